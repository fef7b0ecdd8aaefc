import type { StoragePointer } from './storage/storage-bugcheck.js';

/** One subtype of bugcheck 0x1A. */
export interface MemoryManagementSubtype {
  /** The value of parameter 1. */
  readonly value: number;
  readonly meaning: string;
  readonly storage: StoragePointer;
}

type Row = readonly [value: number, meaning: string, storage: StoragePointer];

const rows: readonly Row[] = [
  [0x31, 'The relocation data of an image is corrupt; probably hardware.', 'not-storage'],
  [
    0x3f,
    'A page was read back, but its checksum is wrong: wrong data from the disk, a storage driver or RAM.',
    'direct',
  ],
  [
    0x403,
    'Page tables and the list of physical pages disagree. One differing bit in parameters 3 and 4 means RAM.',
    'not-storage',
  ],
  [0x404, 'A system page being deleted does not agree with its page table entry.', 'not-storage'],
  [0x411, 'A page table entry is corrupt.', 'not-storage'],
  [0x777, 'A system cache address was unlocked that is not locked.', 'not-storage'],
  [0x1236, 'A memory descriptor list holds a physical page that is unlocked or invalid.', 'not-storage'],
  [0x3451, 'The page table entries of a kernel stack that was paged out are corrupt.', 'not-storage'],
  [0x3453, 'Page table pages of an ended process could not all be deleted.', 'not-storage'],
  [0x3470, 'A cached kernel stack was corrupted while it lay on the free list.', 'not-storage'],
  [0x5003, 'The free list of a working set is corrupt; probably hardware.', 'not-storage'],
  [0x5100, 'An allocation bitmap is corrupt.', 'not-storage'],
  [
    0x5200,
    'A page on a free list of pool is corrupt: a driver wrote to freed memory, or overran its neighbour.',
    'not-storage',
  ],
  [0x6001, 'Memory of the compression store became inaccessible; parameter 2 is the status.', 'direct-status'],
  [0x8888, 'Structures of the memory manager are corrupt.', 'not-storage'],
  [0x8889, 'Structures of the memory manager are corrupt.', 'not-storage'],
  [0x888a, 'Structures of the memory manager, probably page table or page list, are corrupt.', 'not-storage'],
  [0x9696, 'The linkage of a physical page to its page table is corrupt.', 'not-storage'],
  [0x41201, 'A page table entry and the list of physical pages disagree.', 'not-storage'],
  [0x41283, 'The working set index in a page table entry is corrupt.', 'not-storage'],
  [0x41284, 'A page table entry or the working set list is corrupt.', 'not-storage'],
  [0x41287, 'A page fault happened while the lock of a working set was held.', 'not-storage'],
  [0x41785, 'The working set list is corrupt.', 'not-storage'],
  [0x41790, 'A page table page is corrupt.', 'not-storage'],
  [0x41792, 'A corrupt page table entry was found.', 'not-storage'],
  [0x41793, 'A page table page holds another number of entries than it should.', 'not-storage'],
  [0x61940, 'A page directory entry became invalid unexpectedly.', 'not-storage'],
  [0x61941, 'The hierarchy of page tables is corrupt.', 'not-storage'],
  [0x61946, 'A driver made a memory descriptor list that is flawed.', 'not-storage'],
];

/** The subtypes that we name. Source: Microsoft's page on bugcheck 0x1A; the storage column is our own weighing. */
export const MEMORY_MANAGEMENT_SUBTYPES: readonly MemoryManagementSubtype[] = rows.map(([value, meaning, storage]) => ({
  value,
  meaning,
  storage,
}));

const byValue = new Map(MEMORY_MANAGEMENT_SUBTYPES.map((subtype) => [BigInt(subtype.value), subtype]));

/** The subtype that parameter 1 of bugcheck 0x1A names; `undefined` for one that we do not know. */
export const memoryManagementSubtype = (parameter1: bigint): MemoryManagementSubtype | undefined =>
  byValue.get(parameter1);
