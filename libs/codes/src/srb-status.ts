import { NtStatus } from './numbers.js';

/** What a storage miniport said about one SCSI request. */
export interface SrbStatus {
  /** Without the two flag bits. */
  readonly value: number;
  /** As in the WDK, without `SRB_STATUS_`; `undefined` for a value that has no name. */
  readonly name?: string;
  /** What the class driver makes of it; `undefined` where there is no failure, or the miniport brings its own status. */
  readonly ntstatus?: NtStatus;
  readonly note?: string;
  /** Bit 0x80: sense data came with it. */
  readonly hasSenseData: boolean;
  /** Bit 0x40: the queue of the device is frozen. */
  readonly queueFrozen: boolean;
  readonly source: string;
}

type Row = readonly [value: number, name: string, ntstatus?: number, note?: string];

const IO_DEVICE_ERROR = 0xc0000185;
const SOURCE = 'https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/class.c';

/**
 * Names: srb.h of the WDK. Statuses: ClassInterpretSenseInfo of the class driver that Microsoft publishes; what it does not
 * list becomes STATUS_IO_DEVICE_ERROR and leaves event disk/11.
 */
const rows: readonly Row[] = [
  [0x00, 'PENDING'],
  [0x01, 'SUCCESS'],
  [0x02, 'ABORTED', 0xc00000b5],
  [0x03, 'ABORT_FAILED', IO_DEVICE_ERROR],
  [0x04, 'ERROR', IO_DEVICE_ERROR, 'Sense data, when present, decide instead.'],
  [0x05, 'BUSY', 0xc00000a3],
  [0x06, 'INVALID_REQUEST', 0xc0000010],
  [0x07, 'INVALID_PATH_ID', 0xc000000e],
  [0x08, 'NO_DEVICE', 0xc000000e],
  [0x09, 'TIMEOUT', 0xc00000b5],
  [0x0a, 'SELECTION_TIMEOUT', 0xc000009d, 'Leaves event disk/15.'],
  [0x0b, 'COMMAND_TIMEOUT', 0xc00000b5],
  [0x0d, 'MESSAGE_REJECTED', IO_DEVICE_ERROR],
  [0x0e, 'BUS_RESET', IO_DEVICE_ERROR],
  [0x0f, 'PARITY_ERROR', IO_DEVICE_ERROR, 'Checksum errors of a SATA link arrive as this.'],
  [0x10, 'REQUEST_SENSE_FAILED', IO_DEVICE_ERROR],
  [0x11, 'NO_HBA', 0xc000000e],
  [0x12, 'DATA_OVERRUN', 0xc000003c],
  [0x13, 'UNEXPECTED_BUS_FREE', IO_DEVICE_ERROR],
  [0x14, 'PHASE_SEQUENCE_FAILURE', IO_DEVICE_ERROR],
  [0x15, 'BAD_SRB_BLOCK_LENGTH', IO_DEVICE_ERROR],
  [0x16, 'REQUEST_FLUSHED', IO_DEVICE_ERROR, 'STATUS_VERIFY_REQUIRED (0x80000016) when the volume has to be verified.'],
  [0x17, 'ACCESS_DENIED', IO_DEVICE_ERROR],
  [0x18, 'OPERATION_IN_PROGRESS', IO_DEVICE_ERROR],
  [0x20, 'INVALID_LUN', 0xc000000e],
  [0x21, 'INVALID_TARGET_ID', 0xc000000e],
  [0x22, 'BAD_FUNCTION', IO_DEVICE_ERROR],
  [0x23, 'ERROR_RECOVERY', IO_DEVICE_ERROR],
  [0x24, 'NOT_POWERED', IO_DEVICE_ERROR],
  [0x25, 'LINK_DOWN', IO_DEVICE_ERROR],
  [0x26, 'INSUFFICIENT_RESOURCES', IO_DEVICE_ERROR],
  [0x27, 'THROTTLED_REQUEST', IO_DEVICE_ERROR],
  [0x28, 'INVALID_PARAMETER', IO_DEVICE_ERROR],
  [0x30, 'INTERNAL_ERROR', undefined, 'The status is in the InternalStatus field of the request.'],
];

const byValue = new Map(rows.map((row) => [row[0], row]));

/** Every value that has a name, ascending. */
export const SRB_STATUS_VALUES: readonly number[] = rows.map(([value]) => value);

/** Total. Only the low byte counts; the flags 0x80 and 0x40 are taken off and told apart. */
export function srbStatus(byte: number): SrbStatus {
  const value = byte & 0x3f;
  const [, name, ntstatus, note] = byValue.get(value) ?? [value, undefined, IO_DEVICE_ERROR, 'Leaves event disk/11.'];
  return {
    value,
    name,
    ntstatus: ntstatus === undefined ? undefined : NtStatus(ntstatus),
    note,
    hasSenseData: (byte & 0x80) !== 0,
    queueFrozen: (byte & 0x40) !== 0,
    source: SOURCE,
  };
}
