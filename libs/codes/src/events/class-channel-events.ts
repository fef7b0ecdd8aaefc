import type { StorageEventRow } from './storage-event-row.js';

const FAILED_READ_WRITE: Omit<StorageEventRow, 'id'> = {
  name: 'Read or write failed',
  meaning: 'A request of the class driver failed; disk, block, NTSTATUS and priority of paging are named.',
  disk: 'The status is the very one that bugcheck 0x7A would carry, and here the disk is named.',
  class: 'media',
  weight: 'trend',
  sources: ['manifests'],
};

const FAILED_SCSI: Omit<StorageEventRow, 'id'> = {
  name: 'SCSI request failed',
  meaning: 'A request failed below the class driver; NTSTATUS, SRB status, SCSI status and sense data are named.',
  disk: 'The sense data are the word of the drive itself.',
  class: 'media',
  weight: 'trend',
  sources: ['manifests'],
};

/** `Microsoft-Windows-StorDiag`, in the channels of the class driver. The statuses decide which cause is meant. */
export const STORDIAG_EVENTS: readonly StorageEventRow[] = [
  { id: 500, ...FAILED_READ_WRITE },
  { id: 501, ...FAILED_READ_WRITE },
  { id: 502, ...FAILED_READ_WRITE },
  { id: 503, ...FAILED_READ_WRITE },
  {
    id: 504,
    name: 'Control request failed',
    meaning: 'A control request to a disk failed; NTSTATUS and control code are named.',
    disk: 'Mostly nothing: programs ask disks for what they do not have.',
    class: 'software',
    weight: 'context',
    normal: 'Common at boot and with monitoring programs.',
    sources: ['manifests'],
  },
  { id: 505, ...FAILED_SCSI },
  { id: 506, ...FAILED_SCSI },
  { id: 507, ...FAILED_SCSI },
  {
    id: 510,
    name: 'Power transition failed',
    meaning: 'A disk did not follow a change of its power state; the NTSTATUS is named.',
    disk: 'Power saving of the drive or of its link, or a drive that does not wake up.',
    class: 'controller',
    weight: 'trend',
    sources: ['manifests'],
  },
];

/** `Microsoft-Windows-NvmeDisk`: the NVMe stack of Windows Server 2025 and Windows 11 24H2. */
export const NVME_DISK_EVENTS: readonly StorageEventRow[] = [
  {
    id: 500,
    name: 'NVMe request failed',
    meaning: 'A request failed; drive, NTSTATUS, opcode, status code type and status code are named.',
    disk: 'Type 2 is the word of the drive that its flash fails; type 0 is about the request.',
    class: 'media',
    weight: 'trend',
    sources: ['manifests'],
  },
];

/** `Microsoft-Windows-StorageSpaces-Driver`: disks of a pool. */
export const STORAGE_SPACES_EVENTS: readonly StorageEventRow[] = [
  {
    id: 203,
    name: 'Request of a pool disk failed',
    meaning: 'A read or write of a disk in a pool failed; disk and status are named.',
    disk: 'The disk is failing, or has gone.',
    class: 'media',
    weight: 'failing',
    sources: ['manifests', 'storage-spaces'],
  },
  {
    id: 204,
    name: 'Pool disk predicts its failure',
    meaning: 'A disk in a pool says that it will fail; the sense data are named.',
    disk: 'Believe it and replace the disk.',
    class: 'media',
    weight: 'failing',
    sources: ['manifests', 'storage-spaces'],
  },
  {
    id: 205,
    name: 'Pool disk lost',
    meaning: 'A disk in a pool cannot be reached any more.',
    disk: 'Look at connector, power and enclosure.',
    class: 'device-gone',
    weight: 'failing',
    sources: ['manifests', 'storage-spaces'],
  },
  {
    id: 206,
    name: 'Pool disk retired',
    meaning: 'Storage Spaces stopped using a disk by itself.',
    disk: 'The disk failed too often.',
    class: 'media',
    weight: 'failing',
    sources: ['manifests', 'storage-spaces'],
  },
  {
    id: 210,
    name: 'NVMe pool disk predicts its failure',
    meaning: 'An NVMe drive in a pool says that it will fail; the NVMe status is named.',
    disk: 'Believe it and replace the drive.',
    class: 'media',
    weight: 'failing',
    sources: ['manifests', 'storage-spaces'],
  },
];

/** `Microsoft-Windows-DiskDiagnostic`: Windows speaks to the person at the screen. */
export const DISK_DIAGNOSTIC_EVENTS: readonly StorageEventRow[] = [
  {
    id: 1,
    name: 'Windows warned of a failing disk',
    meaning: 'Windows told the user that a disk may fail; disk and volumes are named.',
    disk: 'The drive says that it will fail.',
    class: 'media',
    weight: 'failing',
    sources: ['manifests', 'disk-wmi'],
  },
];
