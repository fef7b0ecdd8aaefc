import type { CauseClass } from '../cause-class.js';
import { findByNameOrNumber } from '../find-code.js';
import { NtStatus } from '../numbers.js';
import { SCSI_SOURCES } from './scsi-sources.js';
import { SRB_STATUS_ROWS } from './srb-status-table.js';

/** What a storage miniport said about one SCSI request. */
export interface SrbStatus {
  /** Without the two flag bits. */
  readonly value: number;
  /** As in the WDK, without `SRB_STATUS_`; `undefined` for a value that has no name. */
  readonly name?: string;
  readonly meaning: string;
  /** Which cause it leans to. */
  readonly class: CauseClass;
  /** What the class driver makes of it; `undefined` where there is no failure, or the miniport brings its own status. */
  readonly ntstatus?: NtStatus;
  readonly note?: string;
  /** Bit 0x80: sense data came with it. */
  readonly hasSenseData: boolean;
  /** Bit 0x40: the queue of the device is frozen. */
  readonly queueFrozen: boolean;
  readonly source: string;
}

const IO_DEVICE_ERROR = 0xc0000185;
const byValue = new Map(SRB_STATUS_ROWS.map((row) => [row[0], row]));
const unnamed = (value: number) =>
  [value, undefined, 'srb.h has no name for it.', 'unknown', IO_DEVICE_ERROR, 'Leaves event disk/11.'] as const;

/** Every value that has a name, ascending. */
export const SRB_STATUS_VALUES: readonly number[] = SRB_STATUS_ROWS.map(([value]) => value);

/** Total. Only the low byte counts; the flags 0x80 and 0x40 are taken off and told apart. */
export function srbStatus(byte: number): SrbStatus {
  const value = byte & 0x3f;
  const [, name, meaning, leaning, ntstatus, note] = byValue.get(value) ?? unnamed(value);
  return {
    value,
    name,
    meaning,
    class: leaning,
    ntstatus: ntstatus === undefined ? undefined : NtStatus(ntstatus),
    note,
    hasSenseData: (byte & 0x80) !== 0,
    queueFrozen: (byte & 0x40) !== 0,
    source: SCSI_SOURCES.classpnp,
  };
}

const NAMED = SRB_STATUS_VALUES.map(srbStatus);

/** By name, with or without `SRB_STATUS_`, or by the byte with its flags. `undefined` for what is neither, or no byte. */
export const findSrbStatus = (text: string): SrbStatus | undefined =>
  findByNameOrNumber(text.trim().replace(/^SRB_STATUS_/i, ''), NAMED, 0xff, srbStatus);
