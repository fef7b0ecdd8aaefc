import { layout, p32, u32, u64 } from '../bytes/layout.js';
import { isAllZero } from '../content-shape.js';
import type { DumpBytes } from '../dump-bytes.js';

/** What the Memory Manager counted; in pages unless said. Commit close to its limit matters with STATUS_INSUFFICIENT_RESOURCES. */
export interface MemoryManagerFacts {
  /** In bytes. */
  readonly maximumNonPagedPool: bigint;
  readonly allocatedNonPagedPool: bigint;
  /** In bytes. */
  readonly maximumPagedPool: bigint;
  /** In bytes. */
  readonly allocatedPagedPool: bigint;
  readonly committedPages: bigint;
  readonly committedPagesPeak: bigint;
  readonly commitLimit: bigint;
  /** The level of Driver Verifier; 0 when it was off. */
  readonly verifyDriverLevel: number;
}

/** Source: ghidra, TriageStorage.java. The 32-bit one has pointers instead of the 64-bit numbers and is unchecked. */
const SHAPES = {
  8: {
    bytes: 0x50,
    read: layout({
      version: [0x00, u32],
      verifyDriverLevel: [0x10, u32],
      maximumNonPagedPool: [0x18, u64],
      allocatedNonPagedPool: [0x20, u64],
      maximumPagedPool: [0x28, u64],
      allocatedPagedPool: [0x30, u64],
      committedPages: [0x38, u64],
      committedPagesPeak: [0x40, u64],
      commitLimit: [0x48, u64],
    }),
  },
  4: {
    bytes: 0x34,
    read: layout({
      version: [0x00, u32],
      verifyDriverLevel: [0x10, u32],
      maximumNonPagedPool: [0x18, p32],
      allocatedNonPagedPool: [0x1c, p32],
      maximumPagedPool: [0x20, p32],
      allocatedPagedPool: [0x24, p32],
      committedPages: [0x28, p32],
      committedPagesPeak: [0x2c, p32],
      commitLimit: [0x30, p32],
    }),
  },
} as const;

const COUNTERS_AT = 0x18;

/** Windows 10 and 11 write the block without its numbers into re-written dumps: zeros there mean "not recorded". */
export function readMemoryManager(
  bytes: DumpBytes,
  at: number | undefined,
  pointerBytes: 4 | 8,
): MemoryManagerFacts | undefined {
  const shape = SHAPES[pointerBytes];
  const view = bytes.region('memoryManager', at, shape.bytes, shape.bytes);
  if (!view) return undefined;
  if (view.length < shape.bytes) return undefined;
  if (isAllZero(view.bytes.subarray(COUNTERS_AT))) return bytes.warnings.add('memoryManager', 'not-written');
  const { version, ...facts } = shape.read(view);
  return version === 1 ? (facts as MemoryManagerFacts) : bytes.warnings.add('memoryManager', 'implausible');
}
