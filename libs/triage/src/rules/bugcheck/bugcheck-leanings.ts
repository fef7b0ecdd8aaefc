import type { CauseClass } from '@inpage/codes';

/** How a bugcheck leans, without looking at its parameters. Weights as in rule.ts. */
export interface Leaning {
  readonly code: number;
  readonly causes: Readonly<Partial<Record<CauseClass, number>>>;
  /** Completes "<NAME> means that …". */
  readonly means: string;
  readonly source: string;
}

const page = (path: string): string => `https://learn.microsoft.com/windows-hardware/drivers/debugger/${path}`;

/** Memory that is damaged. 0x1A stands here for its subtypes that do not speak of storage. */
export const MEMORY_LEANINGS: readonly Leaning[] = [
  {
    code: 0x1a,
    causes: { memory: 3, software: 1.5 },
    means: 'the Memory Manager found its own tables damaged',
    source: page('bug-check-0x1a--memory-management'),
  },
  {
    code: 0x4e,
    causes: { memory: 3, software: 2 },
    means: 'the list of page frames was damaged',
    source: page('bug-check-0x4e--pfn-list-corrupt'),
  },
  {
    code: 0x12b,
    causes: { memory: 5, controller: 1 },
    means: 'a page in RAM changed while nobody wrote to it; bad RAM or a device that writes into memory does that',
    source: page('bug-check-0x12b---faulty-hardware-corrupted-page'),
  },
  {
    code: 0x1c7,
    causes: { memory: 4, software: 1.5 },
    means: 'the memory compression store found its data changed in RAM',
    source: page('bug-check-0x1c7--store-data-structure-corruption'),
  },
];

/** Driver bugs. Microsoft puts 70 % of all stops on third-party drivers. */
export const SOFTWARE_LEANINGS: readonly Leaning[] = [
  {
    code: 0x0a,
    causes: { software: 4, memory: 1 },
    means: 'kernel code touched memory that it must not touch at that interrupt level',
    source: page('bug-check-0xa--irql-not-less-or-equal'),
  },
  {
    code: 0x3b,
    causes: { software: 3, memory: 1 },
    means: 'a system service met an exception that nobody handled',
    source: page('bug-check-0x3b--system-service-exception'),
  },
  {
    code: 0x50,
    causes: { software: 2, memory: 1, filesystem: 0.5 },
    means: 'kernel code touched an address that does not exist',
    source: page('bug-check-0x50--page-fault-in-nonpaged-area'),
  },
  {
    code: 0x7e,
    causes: { software: 3, memory: 1 },
    means: 'a system thread met an exception that nobody handled',
    source: page('bug-check-0x7e--system-thread-exception-not-handled'),
  },
  {
    code: 0x9f,
    causes: { software: 3, link: 1 },
    means: 'a driver did not finish a change of the power state in time',
    source: page('bug-check-0x9f--driver-power-state-failure'),
  },
  {
    code: 0xc4,
    causes: { software: 5 },
    means: 'Driver Verifier caught a driver in the act',
    source: page('bug-check-0xc4--driver-verifier-detected-violation'),
  },
  {
    code: 0xd1,
    causes: { software: 5 },
    means: 'a driver touched pageable memory at too high an interrupt level',
    source: page('bug-check-0xd1--driver-irql-not-less-or-equal'),
  },
  {
    code: 0x133,
    causes: { software: 2, controller: 1 },
    means: 'a driver held the processor too long; old storage drivers and SSD firmware are known for it',
    source: page('bug-check-0x133-dpc-watchdog-violation'),
  },
  {
    code: 0x139,
    causes: { software: 4, memory: 1 },
    means: 'the kernel found one of its structures damaged',
    source: page('bug-check-0x139--kernel-security-check-failure'),
  },
];

/** The storage stack itself. 0x7B may carry a status beside it; both count. */
export const STORAGE_LEANINGS: readonly Leaning[] = [
  {
    code: 0xf0,
    causes: { controller: 5 },
    means: 'a storage miniport did not complete a request that it had taken',
    source: page('bug-check-0xf0--storage-miniport-error'),
  },
  {
    code: 0x140,
    causes: { controller: 2, link: 1, media: 1 },
    means: 'a storage device answered more slowly than Windows tolerates',
    source: page('bug-check-0x140--storage-device-abnormality-detected'),
  },
  {
    code: 0x7b,
    causes: { controller: 3, 'device-gone': 1 },
    means: 'Windows could not reach the disk that it starts from',
    source: page('bug-check-0x7b--inaccessible-boot-device'),
  },
];

/** File systems that stopped the machine. A status whose class is known (0xED, some 0x24) is judged by the status rules instead. */
export const FILESYSTEM_LEANINGS: readonly Leaning[] = [
  {
    code: 0x22,
    causes: { filesystem: 3, media: 1 },
    means: 'the file system run-time met damage',
    source: page('bug-check-code-reference2'),
  },
  {
    code: 0x23,
    causes: { filesystem: 3, media: 1 },
    means: 'the FAT file system met damage',
    source: page('bug-check-0x23--fat-file-system'),
  },
  {
    code: 0x24,
    causes: { filesystem: 3, media: 1 },
    means: 'NTFS met damage; bad blocks below it are one way to get there',
    source: page('bug-check-0x24--ntfs-file-system'),
  },
  {
    code: 0xed,
    causes: { filesystem: 3, media: 1 },
    means: 'the volume that Windows starts from could not be mounted',
    source: page('bug-check-0xed--unmountable-boot-volume'),
  },
  {
    code: 0x149,
    causes: { filesystem: 3, media: 1 },
    means: 'ReFS met damage',
    source: page('bug-check-code-reference2'),
  },
];
