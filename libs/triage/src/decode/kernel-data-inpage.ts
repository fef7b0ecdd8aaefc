import type { Backing, Layout } from '../stop.js';
import { is32Bit } from './address.js';
import { readPageFile } from './page-file.js';
import { isPageTableFault32 } from './page-table-fault.js';
import { readPteLayout } from './pte-layout.js';
import { type Decoder, type ParameterTexts, type Parameters, type Reading, text } from './reading.js';
import {
  type RecordedStatus,
  describeStatus,
  isOnlyFirstRecorded,
  isSurelyStatus,
  looksLikeStatus,
  recordedStatus,
} from './status-parameter.js';

/** What a layout says beyond the status. */
type Shape = Pick<Reading, 'pageFileNumber' | 'faultingAddress' | 'warnings'> & { layout: Layout; backing?: Backing };

const HIGHEST_SMALL_VALUE = 0xffffn;
const STATUS_PENDING = 0x103n;

const SWAPPED =
  'Parameter 1 looks like an NTSTATUS and parameter 2 does not: the source has probably swapped or shifted the parameters. Nothing was read from them.';
const NO_SIGNATURE =
  'Parameters 1 and 3 are both zero. Older Microsoft text reads this as a missing signature of a kernel stack, usually defective RAM.';
const ZERO_PTE = 'Parameter 1 is zero, which is neither a lock type nor the address of a page table entry.';
const TWO_STATUSES = 'Parameters 1 and 2 both look like an NTSTATUS, which no layout of 64-bit Windows has.';
const UNDOCUMENTED_LOCK =
  'Parameter 1 is too small for the address of a page table entry and no documented lock type; parameters 2 and 4 are read as usual.';
const PAGE_TABLE =
  'The address lies where 32-bit Windows keeps its page tables: what is missing is a page table and no data.';
const A_OR_B = 'Parameter 3 was not recorded, so it cannot be told which form of lock type 3 this is.';

const isSwapped = (p1: bigint | undefined, p2: bigint | undefined): boolean =>
  p1 !== undefined && isSurelyStatus(p1) && !looksLikeStatus(p2 ?? 0n);

/** The oldest form, as Windows NT wrote it: status, I/O status, paging file, offset. Source: KB Q133183. */
const isNtForm = (p1: bigint, p2: bigint | undefined): boolean =>
  (p1 === STATUS_PENDING || (isSurelyStatus(p1) && is32Bit(p1))) && looksLikeStatus(p2 ?? 0n);

/**
 * Which layout holds, after Microsoft's page on 0x7A in its wording of 2017 (windows-driver-docs, commit aa52b22cec): the
 * wording of today contradicts itself about lock type 1. Small values without a documented meaning get no layout.
 */
function shapeOf(p1: bigint, [, p2, p3, p4]: Parameters): Shape {
  const faultingAddress = p4 || undefined;
  if (p1 === 0n) return { layout: 'none', faultingAddress, warnings: [p3 === 0n ? NO_SIGNATURE : ZERO_PTE] };
  if (isNtForm(p1, p2)) return { layout: 'NT', backing: 'paging-file', ...readPageFile(p3) };
  if (isSurelyStatus(p1)) return { layout: 'none', faultingAddress, warnings: [TWO_STATUSES] };
  if (p1 === 3n && p3 === undefined) return { layout: 'none', faultingAddress, warnings: [A_OR_B] };
  if (p1 < 3n || (p1 === 3n && p3 === 0n))
    return { layout: 'A', faultingAddress, warnings: isPageTableFault32([p1, p2, p3, p4]) ? [PAGE_TABLE] : [] };
  if (p1 <= 4n) return { layout: 'B', faultingAddress };
  if (p1 <= HIGHEST_SMALL_VALUE) return { layout: 'none', faultingAddress, warnings: [UNDOCUMENTED_LOCK] };
  return readPteLayout(p1, p3, p4);
}

const faulting = text('Faulting address', 'The virtual address whose page could not be read in.');
const contents = text(
  'Contents of the page table entry',
  'The format differs between versions of Windows and is not documented; kept as it is.',
);
const lockType = text(
  'Lock type',
  'Which lock of the memory manager was held. It selects the layout and blames nobody.',
);
const pte = text('Address of the page table entry', 'The entry that describes the missing page.');
const unread = text('Not read', 'The layout of these parameters is not known.');
const ntStatusText = text(
  'Status',
  'What the memory manager was told; 0x103 means that the request was still pending.',
);

const texts: Record<string, (status: string) => ParameterTexts> = {
  A: (status) => [
    lockType,
    text('I/O status', status),
    text('Current process', 'The process for lock type 1, otherwise zero.'),
    faulting,
  ],
  B: (status) => [
    lockType,
    text('I/O status', status),
    text('In-page support', 'Address of the InPageSupport structure of the failed read.'),
    faulting,
  ],
  C: (status) => [pte, text('I/O status', status), contents, faulting],
  'C-old': (status) => [pte, text('I/O status', status), faulting, contents],
  NT: (status) => [
    ntStatusText,
    text('I/O status', status),
    text('Paging file number', 'Which paging file the page was in.'),
    text('Offset in the paging file', 'Where the page was. The unit is not documented.'),
  ],
};

const noLayoutTexts = (status: string): ParameterTexts => [
  text('Lock type or page table entry', 'Neither a documented lock type nor the address of a page table entry.'),
  text('I/O status', status),
  unread,
  faulting,
];

function withShape(shape: Shape, recorded: RecordedStatus, p2: bigint | undefined): Reading {
  const status = describeStatus(p2);
  return {
    backing: 'unknown',
    ...shape,
    status: recorded.status,
    statusNotRecorded: recorded.statusNotRecorded,
    texts: (texts[shape.layout] ?? noLayoutTexts)(status),
    warnings: [...recorded.warnings, ...(shape.warnings ?? [])],
  };
}

const swapped = (statusNotRecorded: boolean): Reading => ({
  statusNotRecorded,
  texts: [unread, unread, unread, unread],
  warnings: [SWAPPED],
});

/**
 * Bugcheck 0x7A KERNEL_DATA_INPAGE_ERROR. When the status was not recorded, the zeros beside it say nothing either and are
 * treated as missing.
 */
export const decodeKernelDataInpage: Decoder = (parameters) => {
  const [p1, p2] = parameters;
  const recorded = recordedStatus(parameters);
  if (isSwapped(p1, p2)) return swapped(recorded.statusNotRecorded);
  const empty = isOnlyFirstRecorded(parameters);
  if (p1 === undefined || (p1 === 0n && empty)) return withShape({ layout: 'none' }, recorded, p2);
  return withShape(shapeOf(p1, empty ? [p1] : parameters), recorded, p2);
};
