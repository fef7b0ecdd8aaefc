/**
 * How strongly a bugcheck points at storage. `direct-status`: it carries the NTSTATUS of the storage stack. `direct`: it
 * is about storage without a status. `corroborates`: counts only beside a disk event or a direct code. `not-storage`: look
 * elsewhere unless the dump names a storage driver. `unknown`: not judged. Our own weighing.
 */
export const STORAGE_POINTERS = ['direct-status', 'direct', 'corroborates', 'not-storage', 'unknown'] as const;
export type StoragePointer = (typeof STORAGE_POINTERS)[number];

/** What we add to the name and title of a code that can speak of storage. */
export interface StorageBugcheck {
  readonly storage: StoragePointer;
  readonly summary: string;
  readonly source: string;
}

const debuggerPage = (page: string): string => `https://learn.microsoft.com/windows-hardware/drivers/debugger/${page}`;
const REFERENCE = debuggerPage('bug-check-code-reference2');

/** By code. The facts in each summary come from the page named as its source. */
export const STORAGE_BUGCHECKS: ReadonlyMap<number, StorageBugcheck> = new Map<number, StorageBugcheck>([
  [
    0x7a,
    {
      storage: 'direct-status',
      summary:
        'The memory manager asked for a page of kernel data and the storage stack could not deliver it. Parameter 2 is the NTSTATUS that came back. The page may live in the paging file or in any other file that the kernel maps.',
      source: debuggerPage('bug-check-0x7a--kernel-data-inpage-error'),
    },
  ],
  [
    0x77,
    {
      storage: 'direct-status',
      summary:
        'A kernel stack had been paged out and could not be brought back. In one form parameter 2 is the NTSTATUS and parameters 3 and 4 name paging file and offset; in the other the page arrived, but not with the right content.',
      source: debuggerPage('bug-check-0x77--kernel-stack-inpage-error'),
    },
  ],
  [
    0xed,
    {
      storage: 'direct-status',
      summary:
        'The file system could not mount the boot volume; parameter 2 is its reason. Usually the boot disk has failed or its file system needs repair.',
      source: debuggerPage('bug-check-0xed--unmountable-boot-volume'),
    },
  ],
  [
    0xf0,
    {
      storage: 'direct',
      summary:
        'A storage miniport driver left a request uncompleted after a reset, an abort or its timeout. Parameter 2 points at the name of the driver.',
      source: debuggerPage('bug-check-0xf0--storage-miniport-error'),
    },
  ],
  [
    0x140,
    {
      storage: 'direct',
      summary: 'The responsiveness of a storage device fell below what Windows accepts.',
      source: debuggerPage('bug-check-0x140--storage-device-abnormality-detected'),
    },
  ],
  [
    0x7b,
    {
      storage: 'direct',
      summary:
        'The boot volume could not be reached at start-up: missing or wrong controller driver, a changed controller mode, or a dead disk. There is no dump and often no log.',
      source: debuggerPage('bug-check-0x7b--inaccessible-boot-device'),
    },
  ],
  [
    0xf4,
    {
      storage: 'corroborates',
      summary:
        'A process that Windows cannot live without ended. When the system disk cannot be read such processes die of an in-page error; without a disk event nearby it says nothing about the disk.',
      source: debuggerPage('bug-check-0xf4--critical-object-termination'),
    },
  ],
  [
    0xef,
    {
      storage: 'corroborates',
      summary:
        'A process that Windows cannot live without ended. The parameters carry no status, so only neighbouring events can tie it to the disk.',
      source: debuggerPage('bug-check-0xef--critical-process-died'),
    },
  ],
  [
    0x154,
    {
      storage: 'corroborates',
      summary:
        'The store of compressed memory met an exception, commonly while reading its own pages. A weak pointer to the disk unless a disk event or a 0x7A is near.',
      source: debuggerPage('bug-check-0x154--unexpected-store-exception'),
    },
  ],
  [
    0x24,
    {
      storage: 'corroborates',
      summary: 'NTFS found something that it cannot live with: damaged structures, bad blocks or a storage driver.',
      source: debuggerPage('bug-check-0x24--ntfs-file-system'),
    },
  ],
  [0x22, { storage: 'corroborates', summary: 'A file system failed; the name says no more.', source: REFERENCE }],
  [
    0x23,
    {
      storage: 'corroborates',
      summary: 'FAT found something that it cannot live with: damaged structures, bad blocks or a storage driver.',
      source: REFERENCE,
    },
  ],
  [
    0x149,
    {
      storage: 'corroborates',
      summary: 'ReFS found something that it cannot live with.',
      source: REFERENCE,
    },
  ],
  [
    0x120,
    {
      storage: 'corroborates',
      summary: 'The encryption of a volume failed beyond recovery. The disk below it may be the reason.',
      source: REFERENCE,
    },
  ],
  [
    0x12f,
    {
      storage: 'corroborates',
      summary: 'The virtual hard disk that Windows boots from could not be started. Look at the volume that holds it.',
      source: REFERENCE,
    },
  ],
  [
    0x136,
    {
      storage: 'corroborates',
      summary: 'The volume that holds the boot VHD is full. The disk is not at fault.',
      source: REFERENCE,
    },
  ],
  [
    0x9f,
    {
      storage: 'corroborates',
      summary:
        'A device did not finish a power transition. Storage is meant only when the device is a disk or its controller, or when storage resets happened at the same time.',
      source: debuggerPage('bug-check-0x9f--driver-power-state-failure'),
    },
  ],
  [
    0x133,
    {
      storage: 'corroborates',
      summary:
        'Code at raised interrupt level ran too long. Storage drivers are among those that do; the dump has to name the driver.',
      source: debuggerPage('bug-check-0x133-dpc-watchdog-violation'),
    },
  ],
  [
    0x50,
    {
      storage: 'corroborates',
      summary:
        'Kernel memory that must be present was not. Microsoft lists faulty drivers and services, antivirus, a damaged NTFS volume and RAM.',
      source: debuggerPage('bug-check-0x50--page-fault-in-nonpaged-area'),
    },
  ],
  [
    0xc0000218,
    {
      storage: 'corroborates',
      summary: 'A registry hive could not be loaded: a damaged file, or a disk that does not return it.',
      source: REFERENCE,
    },
  ],
  [
    0xc000021a,
    {
      storage: 'corroborates',
      summary:
        'Winlogon, the session manager or the Windows subsystem ended or was damaged. Unreadable system files are one way to get there.',
      source: REFERENCE,
    },
  ],
  [
    0xc0000221,
    {
      storage: 'corroborates',
      summary:
        'The header checksum of a driver or system library is wrong. Microsoft lists a disk error, faulty RAM and a damaged paging file.',
      source: debuggerPage('bug-check-0xc0000221--status-image-checksum-mismatch'),
    },
  ],
  [
    0x1a,
    {
      storage: 'not-storage',
      summary:
        'Parameter 1 is the subtype. Most subtypes speak of RAM or a driver; 0x3F and 0x6001 speak of storage, see memoryManagementSubtype.',
      source: debuggerPage('bug-check-0x1a--memory-management'),
    },
  ],
  [
    0x12b,
    {
      storage: 'not-storage',
      summary:
        'A page changed while nobody wrote to it. A single flipped bit is RAM; more than that can be a device that wrote by DMA, a disk controller included.',
      source: debuggerPage('bug-check-0x12b---faulty-hardware-corrupted-page'),
    },
  ],
  [
    0x139,
    {
      storage: 'not-storage',
      summary: 'A kernel structure is corrupt: a driver bug or RAM, not the disk.',
      source: debuggerPage('bug-check-0x139--kernel-security-check-failure'),
    },
  ],
  [
    0x1c7,
    {
      storage: 'not-storage',
      summary: 'The store of compressed memory found its data changed: RAM or a driver, not the disk.',
      source: debuggerPage('bug-check-0x1c7--store-data-structure-corruption'),
    },
  ],
  [
    0xd1,
    {
      storage: 'not-storage',
      summary: 'A driver bug. It concerns storage only when the driver is a storage driver.',
      source: debuggerPage('bug-check-0xd1--driver-irql-not-less-or-equal'),
    },
  ],
  [
    0x176,
    {
      storage: 'unknown',
      summary: 'The SDK names it and no public page explains it. The name speaks of the storage stack.',
      source:
        'https://github.com/microsoft/win32metadata/blob/d0f36303/generation/WinSDK/RecompiledIdlHeaders/shared/bugcodes.h',
    },
  ],
]);
