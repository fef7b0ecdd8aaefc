import type { CauseClass } from '../cause-class.js';
import { findByNameOrNumber } from '../find-code.js';
import { SCSI_SOURCES } from './scsi-sources.js';

/** The status byte with which a device ends a SCSI command. */
export interface ScsiStatus {
  readonly value: number;
  /** As T10 names it; `undefined` for a value that T10 has not given out. */
  readonly name?: string;
  readonly meaning: string;
  /** Which cause it leans to; `unknown` where it takes sense data to tell. */
  readonly class: CauseClass;
  readonly source: string;
}

type Row = readonly [value: number, name: string, meaning: string, leaning?: CauseClass];

const rows: readonly Row[] = [
  [0x00, 'GOOD', 'The command succeeded, as far as the device can tell.'],
  [0x02, 'CHECK CONDITION', 'Something is to be told; the sense data say what.'],
  [0x04, 'CONDITION MET', 'A search or a prefetch found what it looked for; not a failure.'],
  [
    0x08,
    'BUSY',
    'The device takes no command now. Windows waits and tries again; without end it is the drive or its controller.',
  ],
  [0x10, 'INTERMEDIATE', 'One command of a linked chain succeeded; obsolete.'],
  [0x14, 'INTERMEDIATE-CONDITION MET', 'One command of a linked chain found what it looked for; obsolete.'],
  [
    0x18,
    'RESERVATION CONFLICT',
    'Another host holds the disk for itself, as in a cluster. Windows answers with STATUS_DEVICE_BUSY and logs nothing.',
    'virtual',
  ],
  [0x22, 'COMMAND TERMINATED', 'The command was ended on request; obsolete.'],
  [
    0x28,
    'TASK SET FULL',
    'The queue of the device is full. Windows sends less at a time; not a fault of the disk.',
    'resources',
  ],
  [0x30, 'ACA ACTIVE', 'The device waits until an earlier failure has been dealt with.'],
  [0x40, 'TASK ABORTED', 'Another host, or a reset that it caused, ended the command.', 'link'],
];

const entryOf = ([value, name, meaning, leaning = 'unknown']: Row): ScsiStatus => ({
  value,
  name,
  meaning,
  class: leaning,
  source: SCSI_SOURCES.status,
});

/** Every status that T10 has given out, ascending. */
export const SCSI_STATUSES: readonly ScsiStatus[] = rows.map(entryOf);

const byValue = new Map(SCSI_STATUSES.map((status) => [status.value, status]));

/** Total; only the low byte counts. */
export const scsiStatus = (byte: number): ScsiStatus =>
  byValue.get(byte & 0xff) ?? {
    value: byte & 0xff,
    meaning: 'T10 has not given this status a meaning.',
    class: 'unknown',
    source: SCSI_SOURCES.status,
  };

/** By name (`CHECK CONDITION`, `check_condition`) or number (`0x02`, `2`). `undefined` for what is neither, or no byte. */
export const findScsiStatus = (text: string): ScsiStatus | undefined =>
  findByNameOrNumber(text, SCSI_STATUSES, 0xff, scsiStatus);
