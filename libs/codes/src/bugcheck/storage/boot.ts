import { oneForm, RESERVED, type StorageBugcheckRow } from './storage-bugcheck.js';

/** Stops on the way up, when the boot disk, its file system or the registry on it cannot be used. */
export const BOOT_BUGCHECKS: readonly StorageBugcheckRow[] = [
  [
    0x7b,
    {
      storage: 'direct',
      summary:
        'The boot volume could not be reached at start-up: missing or wrong controller driver, a changed controller mode, or a dead disk. There is no dump and often no log.',
      forms: oneForm(
        'address of a name (first word even) or of a device object (first word 3) that could not be mounted',
        '0',
        '0',
        '0',
      ),
      next: [
        'Whether the firmware set-up still shows the disk.',
        'The mode of the controller (AHCI, RAID, VMD): was it changed, or reset by a firmware update?',
        'The driver of the controller: was it updated or removed?',
      ],
    },
  ],
  [
    0xed,
    {
      storage: 'direct-status',
      summary:
        'The file system could not mount the boot volume; parameter 2 is its reason. Usually the boot disk has failed or its file system needs repair.',
      forms: oneForm(
        'address of the device object of the boot volume',
        'NTSTATUS of the file system',
        RESERVED,
        RESERVED,
      ),
      next: [
        'The NTSTATUS in parameter 2: a media status means the disk, a file system status means repair.',
        'chkdsk /r from the recovery environment, once the data are safe.',
        'The SMART or NVMe health of the disk.',
      ],
    },
  ],
  [
    0x6b,
    {
      storage: 'corroborates',
      summary:
        'The first processes could not be started. Microsoft lists every part of the disk subsystem: bad disks, cables, drives that are not available; and files that are missing on the boot volume.',
      forms: oneForm('NTSTATUS of the failure', RESERVED, RESERVED, RESERVED),
      next: [
        'The NTSTATUS in parameter 1.',
        'Health and connection of the boot disk.',
        'Startup repair, for files that are missing or damaged.',
      ],
    },
  ],
  [
    0x51,
    {
      storage: 'corroborates',
      summary:
        'The registry failed. Microsoft lists an I/O error on one of its files, from hardware or from a damaged file system.',
      forms: oneForm(
        RESERVED,
        RESERVED,
        'address of the hive, if known',
        'result of the check of a corrupt hive, if known',
      ),
      next: ['Disk events and Ntfs 55 before the stop.', 'A check of the system volume.'],
    },
  ],
  [
    0x74,
    {
      storage: 'corroborates',
      summary:
        'The SYSTEM hive is damaged or lacks what Windows needs. A disk that damaged it is one cause; software that edited it is the more common one.',
      forms: oneForm(RESERVED, RESERVED, RESERVED, 'NTSTATUS, if known'),
      next: ['The NTSTATUS in parameter 4.', 'Disk events and Ntfs 55 before the stop.', 'An older copy of the hive.'],
    },
  ],
  [
    0x12f,
    {
      storage: 'corroborates',
      summary: 'The virtual hard disk that Windows boots from could not be started. Look at the volume that holds it.',
      forms: oneForm(
        'step that failed: 1 to 8; 2 is that the disk below did not appear in time',
        'NTSTATUS',
        RESERVED,
        RESERVED,
      ),
      next: ['The NTSTATUS in parameter 2.', 'The disk that holds the file of the virtual disk.'],
    },
  ],
  [
    0x136,
    {
      storage: 'corroborates',
      summary: 'The volume that holds the boot VHD is full. The disk is not at fault.',
      forms: oneForm('0: the file could not be expanded', 'NTSTATUS', RESERVED, RESERVED),
      next: ['Free space on the volume that holds the file.'],
    },
  ],
];
