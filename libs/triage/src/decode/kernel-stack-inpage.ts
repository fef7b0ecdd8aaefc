import { readPageFile } from './page-file.js';
import { type Decoder, type Parameters, type Reading, reserved, text } from './reading.js';
import { describeStatus, isOnlyFirstRecorded, looksLikeStatus, recordedStatus } from './status-parameter.js';

const CAME_FROM: readonly string[] = [
  'The page came from the page cache; probably hardware such as RAM.',
  'The page came from disk; probably hardware such as RAM.',
  'The page came from disk and the storage stack reported success, but it did not transfer a whole page.',
];

const signature = (p1: bigint): Reading => ({
  layout: '77-signature',
  backing: 'paging-file',
  texts: [
    text('Where the page came from', CAME_FROM[Number(p1)]!),
    text('Value found', 'What stood where the signature of the stack should be.'),
    reserved,
    text('Address of the signature', 'Where on the kernel stack the signature should be.'),
  ],
});

function status(parameters: Parameters): Reading {
  const [p1, p2, p3] = parameters;
  const recorded = recordedStatus(parameters);
  const pageFile = isOnlyFirstRecorded(parameters) ? { warnings: [] } : readPageFile(p3);
  const odd = p1 !== undefined && !looksLikeStatus(p1) ? ['Parameter 1 does not look like an NTSTATUS.'] : [];
  return {
    layout: '77-status',
    status: recorded.status,
    statusNotRecorded: recorded.statusNotRecorded,
    backing: 'paging-file',
    pageFileNumber: pageFile.pageFileNumber,
    texts: [
      text('Status', describeStatus(p1)),
      text('I/O status', describeStatus(p2)),
      text('Paging file number', 'Which paging file the stack was in.'),
      text('Offset in the paging file', 'Where the page was. The unit is not documented.'),
    ],
    warnings: [...recorded.warnings, ...pageFile.warnings, ...odd],
  };
}

const eitherForm = 'What it means depends on the form, which parameter 1 would have told.';
const notRecorded: Reading = {
  statusNotRecorded: true,
  texts: [
    text('Status or origin of the page', eitherForm),
    text('I/O status or value found', eitherForm),
    text('Paging file number', eitherForm),
    text('Offset in the paging file, or address', eitherForm),
  ],
};

/**
 * Bugcheck 0x77 KERNEL_STACK_INPAGE_ERROR. Source: Microsoft's page on it: parameter 1 of 0, 1 or 2 is the signature form,
 * anything else the status form. Four zeros are an unrecorded stop, not a page from the cache.
 */
export const decodeKernelStackInpage: Decoder = (parameters) => {
  const [p1] = parameters;
  if (p1 === undefined || (p1 === 0n && isOnlyFirstRecorded(parameters))) return notRecorded;
  return p1 <= 2n ? signature(p1) : status(parameters);
};
