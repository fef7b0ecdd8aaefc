import { memoryManagementSubtype } from '@inpage/codes';
import { type Decoder, type ParameterText, type Parameters, type Reading, plainTexts, text } from './reading.js';
import { describeStatus, recordedStatus } from './status-parameter.js';

const subtypeText = (p1: bigint | undefined): ParameterText =>
  text('Subtype', (p1 !== undefined && memoryManagementSubtype(p1)?.meaning) || 'A subtype that we do not know.');

const crc = ([p1]: Parameters): Reading => ({
  layout: '1A-crc',
  backing: 'paging-file',
  texts: [
    subtypeText(p1),
    text('Offset in the paging file', 'Where the page was.'),
    text('Checksum found', 'Of the page as it was read back.'),
    text('Checksum expected', 'Of the page as it was written.'),
  ],
});

function store(parameters: Parameters): Reading {
  const recorded = recordedStatus(parameters);
  return {
    ...recorded,
    layout: '1A-store',
    faultingAddress: parameters[2] || undefined,
    texts: [
      subtypeText(parameters[0]),
      text('Status', describeStatus(parameters[1])),
      text('Address in the store', 'The virtual address in the private memory of the compression store.'),
      text('Memory descriptor list', 'The list that the read was made with.'),
    ],
  };
}

const other = ([p1]: Parameters): Reading => ({
  texts: [subtypeText(p1), plainTexts[1], plainTexts[2], plainTexts[3]],
});

const bySubtype = new Map<bigint | undefined, Decoder>([
  [0x3fn, crc],
  [0x6001n, store],
]);

/** Bugcheck 0x1A MEMORY_MANAGEMENT. Source: Microsoft's page on it. Two subtypes speak of storage. */
export const decodeMemoryManagement: Decoder = (parameters) => (bySubtype.get(parameters[0]) ?? other)(parameters);
