import { NO_FORMS, oneForm, RESERVED, type StorageBugcheckRow } from './storage-bugcheck.js';

const PLACE = 'place in the source: file in the high word, line in the low one';
const record = (filter: string): string => `address of the exception record, when ${filter} is on the stack`;
const context = (filter: string): string => `address of the context record, when ${filter} is on the stack`;

/** File systems and what lies between them and the disk. */
export const FILE_SYSTEM_BUGCHECKS: readonly StorageBugcheckRow[] = [
  [
    0x24,
    {
      storage: 'corroborates',
      summary: 'NTFS found something that it cannot live with: damaged structures, bad blocks or a storage driver.',
      forms: oneForm(PLACE, record('NtfsExceptionFilter'), context('NtfsExceptionFilter'), RESERVED),
      next: [
        'Disk 7, 51 and 154 before the stop: bad blocks below the file system.',
        'The status in the exception record, where the dump holds it.',
        'chkdsk, once the data are safe.',
      ],
    },
  ],
  [
    0x22,
    {
      storage: 'corroborates',
      summary: 'A file system failed; the name says no more.',
      forms: NO_FORMS,
      next: ['Disk events before the stop.', 'The driver that the dump names.'],
    },
  ],
  [
    0x23,
    {
      storage: 'corroborates',
      summary: 'FAT found something that it cannot live with: damaged structures, bad blocks or a storage driver.',
      forms: oneForm(PLACE, record('FatExceptionFilter'), context('FatExceptionFilter'), RESERVED),
      next: [
        'Which disk has a FAT volume: often a stick, a card or the EFI partition.',
        'Disk events before the stop.',
        'chkdsk.',
      ],
    },
  ],
  [
    0x149,
    {
      storage: 'corroborates',
      summary: 'ReFS found something that it cannot live with.',
      forms: oneForm(
        'line in the source',
        'address of the exception record',
        'address of the context record',
        'address of the exception',
      ),
      next: [
        'The status in the exception record, where the dump holds it.',
        'Events of ReFS and Storage Spaces before the stop.',
      ],
    },
  ],
  [
    0x12c,
    {
      storage: 'not-storage',
      summary:
        'The exFAT driver found its own accounting broken. Microsoft says that it never stops Windows because of damaged structures, bad sectors or memory that ran out.',
      forms: oneForm(PLACE, record('FppExceptionFilter'), context('FppExceptionFilter'), RESERVED),
      next: ['The driver that the dump names.', 'A test of the RAM.'],
    },
  ],
  [
    0x120,
    {
      storage: 'corroborates',
      summary: 'The encryption of a volume failed beyond recovery. The disk below it may be the reason.',
      forms: oneForm('kind of problem', RESERVED, RESERVED, RESERVED),
      next: [
        'Events of BitLocker and of the disk before the stop.',
        'Whether the recovery key is at hand, before anything is repaired.',
      ],
    },
  ],
];
