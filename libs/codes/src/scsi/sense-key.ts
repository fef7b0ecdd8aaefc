import type { CauseClass } from '../cause-class.js';
import { findByNameOrNumber } from '../find-code.js';
import { NtStatus } from '../numbers.js';
import { SCSI_SOURCES } from './scsi-sources.js';

/** The broad reason that a device gives for a failure: four bits of its sense data. */
export interface SenseKey {
  readonly value: number;
  /** As T10 names it. */
  readonly name: string;
  readonly meaning: string;
  readonly class: CauseClass;
  /** What the class driver of Windows makes of the key alone; `undefined` where the request succeeded all the same. */
  readonly ntstatus?: NtStatus;
  readonly source: string;
}

type Row = readonly [name: string, meaning: string, leaning: CauseClass, ntstatus?: number];

const IO_DEVICE_ERROR = 0xc0000185;

/** By key. Names: T10, SPC-5. Statuses: ClassInterpretSenseInfo of the class driver that Microsoft publishes. */
const rows: readonly Row[] = [
  ['NO SENSE', 'The device has nothing to say about the failure.', 'unknown', IO_DEVICE_ERROR],
  [
    'RECOVERED ERROR',
    'It worked in the end, after the drive had to help itself. Many of them foretell the end of the drive.',
    'media',
  ],
  [
    'NOT READY',
    'The device cannot work now: it spins up, its firmware starts, or there is no medium.',
    'device-gone',
    0xc00000a3,
  ],
  ['MEDIUM ERROR', 'The drive could not read or write its medium. It leaves event disk/7.', 'media', 0xc000009c],
  [
    'HARDWARE ERROR',
    'A part of the drive failed, or the transfer to it. It leaves event disk/154; before Windows 8 the status was STATUS_IO_DEVICE_ERROR, with disk/11.',
    'media',
    0xc0000483,
  ],
  ['ILLEGAL REQUEST', 'The device does not take such a command, or not with these values.', 'software', 0xc0000010],
  [
    'UNIT ATTENTION',
    'Something happened to the device since the last command: it was reset, it came back, or its settings changed.',
    'link',
    IO_DEVICE_ERROR,
  ],
  [
    'DATA PROTECT',
    'The blocks are protected against this access. An SSD at the end of its life refuses writes so.',
    'media',
    0xc0000022,
  ],
  [
    'BLANK CHECK',
    'A blank block was met where data should be, or data where a blank block should be.',
    'software',
    0x80000022,
  ],
  ['VENDOR SPECIFIC', 'Only the maker of the device knows.', 'unknown', IO_DEVICE_ERROR],
  ['COPY ABORTED', 'A copy from device to device was ended.', 'virtual', IO_DEVICE_ERROR],
  [
    'ABORTED COMMAND',
    'The device ended the command itself, most often because the transfer failed.',
    'link',
    IO_DEVICE_ERROR,
  ],
  ['RESERVED', 'A key that was once used for searches and must not come any more.', 'unknown', IO_DEVICE_ERROR],
  ['VOLUME OVERFLOW', 'The end of the medium was met with data left to write.', 'software', IO_DEVICE_ERROR],
  ['MISCOMPARE', 'What was read is not what it was compared with.', 'media', IO_DEVICE_ERROR],
  ['COMPLETED', 'The command succeeded and the sense data add to it.', 'unknown', IO_DEVICE_ERROR],
];

/** All sixteen keys, by value. */
export const SENSE_KEYS: readonly SenseKey[] = rows.map(([name, meaning, leaning, ntstatus], value) => ({
  value,
  name,
  meaning,
  class: leaning,
  ntstatus: ntstatus === undefined ? undefined : NtStatus(ntstatus),
  source: SCSI_SOURCES.keys,
}));

/** Total; only the low four bits count. */
export const senseKey = (value: number): SenseKey => SENSE_KEYS[value & 0x0f]!;

/** By name (`MEDIUM ERROR`) or number. `undefined` for what is neither, or above 15. */
export const findSenseKey = (text: string): SenseKey | undefined =>
  findByNameOrNumber(text, SENSE_KEYS, 0x0f, senseKey);
