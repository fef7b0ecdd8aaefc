import type { Cause, Decode, NtStatus } from '../src/api/types.js';

/** One kind of crash of the made-up fleet, with the verdict that triage would give it. */
export interface Story {
  readonly cause: Cause;
  readonly confidence: number;
  readonly family: string;
  readonly code: string;
  readonly name: string;
  readonly layout: string;
  readonly backing: Decode['backing'];
  readonly status: NtStatus | null;
  /** Disk models it happens to; null when no disk is known. */
  readonly models: readonly (string | null)[];
  readonly share: number;
  /** It began this many days ago: a roll-out, a bad batch. Without it: as long as the fleet is known. */
  readonly since?: number;
  readonly what: string;
  readonly who: string;
  readonly fix: string;
  readonly because: string;
}

const status = (code: string, name: string, meaning: string): NtStatus => ({ code, name, meaning });
const inpage = {
  family: 'inpage',
  code: '0x0000007A',
  name: 'KERNEL_DATA_INPAGE_ERROR',
  layout: 'pte-address',
  backing: 'paging-file',
} as const;

const DATA_ERROR = status(
  '0xC000009C',
  'STATUS_DEVICE_DATA_ERROR',
  'The disk reported that it cannot read the sector.',
);
const IO_DEVICE_ERROR = status(
  '0xC0000185',
  'STATUS_IO_DEVICE_ERROR',
  'The request failed on its way to the device or back.',
);
const NO_SUCH_DEVICE = status('0xC000000E', 'STATUS_NO_SUCH_DEVICE', 'The device does not exist any more.');
const NO_RESOURCES = status(
  '0xC000009A',
  'STATUS_INSUFFICIENT_RESOURCES',
  'Windows had no memory left for the request.',
);
const IO_TIMEOUT = status('0xC00000B5', 'STATUS_IO_TIMEOUT', 'The request was not answered in time.');

export const STORIES: readonly Story[] = [
  {
    ...inpage,
    cause: 'media',
    confidence: 0.94,
    status: DATA_ERROR,
    share: 30,
    models: [
      'Samsung SSD 870 EVO 1TB',
      'Crucial MX500 500GB',
      'Seagate Barracuda ST1000DM010',
      'Kingston A400 240GB',
      'SanDisk SSD PLUS 480GB',
      'Toshiba DT01ACA100',
    ],
    what: 'Windows wanted a page back from the paging file and the disk could not read the sector. Without that page the kernel could not go on.',
    who: 'The disk. It reported an unrecoverable read error itself, so cable and controller did their work. The module named in the stop is the victim.',
    fix: 'Back up the machine today. Replace the disk. Run chkdsk /r on the new one after restoring.',
    because: 'the page read failed with 0xC000009C, which the disk itself reports',
  },
  {
    ...inpage,
    cause: 'media',
    confidence: 0.88,
    status: DATA_ERROR,
    share: 22,
    since: 75,
    models: ['WD Blue SN570 1TB'],
    what: 'Windows wanted a page back from the paging file and the drive answered with a read error.',
    who: 'The drive, very probably its firmware: the machines hit share one firmware revision, and other revisions of the model are quiet.',
    fix: '1. Update the firmware with the vendor’s tool on one machine. 2. Watch it for a week. 3. Roll the update out to the rest. 4. Replace a drive that fails again.',
    because: 'all crashes of this model carry firmware 234110WD',
  },
  {
    ...inpage,
    cause: 'link',
    confidence: 0.81,
    status: IO_DEVICE_ERROR,
    share: 14,
    models: ['Crucial MX500 500GB', 'Seagate Barracuda ST1000DM010', 'WD Black SN770 500GB', 'Intel 660p 512GB'],
    what: 'A read from the paging file broke off between the disk and the controller.',
    who: 'Cable, seat, power or port. The disk itself reported no bad sector.',
    fix: 'Reseat the disk and both ends of its cable. Use another port. If it comes back, replace the cable, then the disk.',
    because: 'the page read failed with 0xC0000185 and the disk logged no medium error',
  },
  {
    ...inpage,
    cause: 'device-gone',
    confidence: 0.9,
    status: NO_SUCH_DEVICE,
    share: 8,
    models: ['Samsung T7 1TB', 'WD Elements 2TB'],
    what: 'The disk with the paging file vanished while Windows was using it.',
    who: 'Whoever pulled the plug: the paging file lies on an external disk.',
    fix: 'Move the paging file to the internal disk. Take the external disk out of the list of paging files.',
    because: 'the paging file lies on a disk behind USB',
  },
  {
    ...inpage,
    cause: 'resources',
    confidence: 0.77,
    status: NO_RESOURCES,
    share: 9,
    since: 40,
    models: ['Samsung PM981a 256GB', 'SK hynix PC711 512GB', 'Micron 2300 512GB'],
    what: 'Windows ran out of nonpaged pool and could not even start the read.',
    who: 'A driver that takes pool and does not give it back. Not the disk.',
    fix: 'Find the tag with poolmon, sorted by bytes. Update or remove the driver that owns it.',
    because: 'the page read failed with 0xC000009A before it reached the disk',
  },
  {
    ...inpage,
    cause: 'virtual',
    confidence: 0.72,
    status: IO_TIMEOUT,
    share: 5,
    models: ['VMware Virtual disk', 'Msft Virtual Disk'],
    what: 'The storage behind a virtual machine did not answer in time.',
    who: 'The host, its datastore or the path to it.',
    fix: 'Look for latency on the datastore at the time of the crash. Raise the disk timeout in the guest to 60 seconds.',
    because: 'the disk is virtual and the read timed out',
  },
  {
    cause: 'controller',
    confidence: 0.69,
    family: 'bugcheck-0x9f',
    code: '0x0000009F',
    name: 'DRIVER_POWER_STATE_FAILURE',
    layout: 'blocked-irp',
    backing: 'unknown',
    status: null,
    share: 6,
    models: ['Intel 660p 512GB', 'SK hynix PC711 512GB'],
    what: 'The storage controller did not come back from a power change within the time allowed.',
    who: 'The controller driver iaStorAC.sys or the firmware of the controller.',
    fix: 'Update iaStorAC.sys. Switch off link power management for a week. If it stops, keep it off.',
    because: 'the blocked request belongs to iaStorAC.sys',
  },
  {
    cause: 'filesystem',
    confidence: 0.58,
    family: 'bugcheck-0x24',
    code: '0x00000024',
    name: 'NTFS_FILE_SYSTEM',
    layout: 'source-line',
    backing: 'unknown',
    status: null,
    share: 4,
    models: ['Toshiba DT01ACA100', 'Kingston A400 240GB'],
    what: 'NTFS met something on the volume that it cannot accept.',
    who: 'The file system of the volume. A dying disk may be behind it.',
    fix: 'Run chkdsk /f. Look at the disk page for read errors.',
    because: 'the stop is raised by ntfs.sys',
  },
  {
    cause: 'encryption',
    confidence: 0.55,
    family: 'bugcheck-0x120',
    code: '0x00000120',
    name: 'BITLOCKER_FATAL_ERROR',
    layout: 'plain',
    backing: 'unknown',
    status: null,
    share: 2,
    models: ['Samsung PM981a 256GB'],
    what: 'BitLocker could not go on with the volume.',
    who: 'The encryption driver.',
    fix: 'Install the pending Windows updates. Suspend and resume protection.',
    because: 'the stop is raised by fvevol.sys',
  },
  {
    cause: 'memory',
    confidence: 0.74,
    family: 'bugcheck-0x1a',
    code: '0x0000001A',
    name: 'MEMORY_MANAGEMENT',
    layout: 'subtype-41792',
    backing: 'unknown',
    status: null,
    share: 7,
    models: [null],
    what: 'A page table entry was corrupt.',
    who: 'RAM, most often. A driver that writes where it must not, sometimes.',
    fix: 'Run a memory test over night. Replace the module that fails.',
    because: 'subtype 41792 with a single flipped bit',
  },
  {
    cause: 'software',
    confidence: 0.83,
    family: 'bugcheck-0xd1',
    code: '0x000000D1',
    name: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
    layout: 'plain',
    backing: 'unknown',
    status: null,
    share: 6,
    models: [null],
    what: 'A driver touched pageable memory at an interrupt level that forbids it.',
    who: 'The driver: the address of the fault lies inside it.',
    fix: 'Update the driver, or go back to the version before.',
    because: 'the fault address lies inside the driver',
  },
  {
    cause: 'unknown',
    confidence: 0.2,
    family: 'unclean-shutdown',
    code: '0x00000000',
    name: 'Unclean shutdown',
    layout: 'none',
    backing: 'unknown',
    status: null,
    share: 8,
    models: [null],
    what: 'The machine stopped without saying why.',
    who: 'Not known: no stop code was recorded.',
    fix: 'Switch on memory dumps so that the next crash can be read.',
    because: 'only Kernel-Power 41 speaks of it',
  },
];

export const STACKS: readonly (readonly string[])[] = [
  ['EhStorClass', 'disk', 'partmgr', 'storahci'],
  ['disk', 'partmgr', 'stornvme'],
  ['disk', 'partmgr', 'iaStorAC'],
];
