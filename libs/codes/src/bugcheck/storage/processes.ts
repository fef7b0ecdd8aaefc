import { NO_FORMS, oneForm, RESERVED, type StorageBugcheckRow } from './storage-bugcheck.js';

const AROUND = 'Disk events in the minutes before; without one the code says nothing about the disk.';
const exceptionForm = oneForm(
  'exception code; 0xC0000006 means that a page could not be read from its disk',
  'address where the exception happened',
  'address of the exception record',
  'address of the context record',
);

/** Processes that Windows cannot live without, and exceptions that nobody handled: both can be an unreadable page. */
export const PROCESS_BUGCHECKS: readonly StorageBugcheckRow[] = [
  [
    0xf4,
    {
      storage: 'corroborates',
      summary:
        'A process that Windows cannot live without ended. When the system disk cannot be read such processes die of an in-page error; without a disk event nearby it says nothing about the disk.',
      forms: oneForm(
        '3: process; 6: thread',
        'address of the object',
        'name of the image file',
        'address of a message',
      ),
      next: [AROUND, 'Exception 0xC0000006 in csrss or wininit, where the dump tells.'],
    },
  ],
  [
    0xef,
    {
      storage: 'corroborates',
      summary:
        'A process that Windows cannot live without ended. The parameters carry no status, so only neighbouring events can tie it to the disk.',
      forms: oneForm('address of the process', '0: process; 1: thread', RESERVED, RESERVED),
      next: [AROUND, 'Which process it was, where the dump tells.', 'sfc /scannow, when system files may be damaged.'],
    },
  ],
  [
    0xc000021a,
    {
      storage: 'corroborates',
      summary:
        'Winlogon, the session manager or the Windows subsystem ended or was damaged. Unreadable system files are one way to get there.',
      forms: oneForm('text that names the problem', 'error code, often an NTSTATUS', RESERVED, RESERVED),
      next: [
        AROUND,
        'Parameter 2, read as an NTSTATUS.',
        'Software that was installed, or a backup that was restored, lately.',
      ],
    },
  ],
  [
    0xc0000218,
    {
      storage: 'corroborates',
      summary: 'A registry hive could not be loaded: a damaged file, or a disk that does not return it.',
      forms: oneForm('address of the name of the hive', '0', '0', '0'),
      next: [
        'A check of the system volume (chkdsk /r) and disk events in the log.',
        'Startup repair, or an older copy of the hive.',
      ],
    },
  ],
  [
    0xc0000221,
    {
      storage: 'corroborates',
      summary:
        'The header checksum of a driver or system library is wrong. Microsoft lists a disk error, faulty RAM and a damaged paging file.',
      forms: NO_FORMS,
      next: ['Disk events in the log.', 'A test of the RAM.', 'sfc /scannow.'],
    },
  ],
  [
    0x1e,
    {
      storage: 'unknown',
      summary:
        'Kernel code raised an exception that nobody handled: a driver bug, unless the exception is STATUS_IN_PAGE_ERROR.',
      forms: oneForm(
        'exception code; 0xC0000006 means that a page could not be read from its disk',
        'address where the exception happened',
        'first parameter of the exception',
        'second parameter of the exception',
      ),
      next: ['Parameter 1: with 0xC0000006 go on as for 0x7A, otherwise with the driver that the dump names.'],
    },
  ],
  [
    0x3b,
    {
      storage: 'unknown',
      summary: 'A system call raised an exception: a driver bug, unless the exception is STATUS_IN_PAGE_ERROR.',
      forms: oneForm(
        'exception code; 0xC0000006 means that a page could not be read from its disk',
        'address of the instruction',
        'address of the context record',
        '0',
      ),
      next: ['Parameter 1: with 0xC0000006 go on as for 0x7A, otherwise with the driver that the dump names.'],
    },
  ],
  [
    0x7e,
    {
      storage: 'unknown',
      summary:
        'A system thread raised an exception that nobody handled: a driver bug, unless the exception is STATUS_IN_PAGE_ERROR.',
      forms: exceptionForm,
      next: ['Parameter 1: with 0xC0000006 go on as for 0x7A, otherwise with the driver that the dump names.'],
    },
  ],
  [
    0x8e,
    {
      storage: 'unknown',
      summary:
        'On 32-bit Windows: kernel code raised an exception that nobody handled. A driver bug, unless the exception is STATUS_IN_PAGE_ERROR.',
      forms: oneForm(
        'exception code; 0xC0000006 means that a page could not be read from its disk',
        'address where the exception happened',
        'address of the trap frame',
        RESERVED,
      ),
      next: ['Parameter 1: with 0xC0000006 go on as for 0x7A, otherwise with the driver that the dump names.'],
    },
  ],
];
