import type { CauseClass } from '../cause-class.js';

/** Value; name in srb.h without `SRB_STATUS_`; meaning; which cause it leans to; what the class driver makes of it; a note. */
export type SrbStatusRow = readonly [
  value: number,
  name: string,
  meaning: string,
  leaning: CauseClass,
  ntstatus?: number,
  note?: string,
];

const IO_DEVICE_ERROR = 0xc0000185;
const NO_SUCH_DEVICE = 0xc000000e;
const IO_TIMEOUT = 0xc00000b5;

/**
 * Names: srb.h of the WDK. Statuses: ClassInterpretSenseInfo of the class driver that Microsoft publishes; what it does not
 * list becomes STATUS_IO_DEVICE_ERROR and leaves event disk/11. Meanings are ours, and so is the leaning.
 */
export const SRB_STATUS_ROWS: readonly SrbStatusRow[] = [
  [0x00, 'PENDING', 'The request is still under way.', 'unknown'],
  [0x01, 'SUCCESS', 'The request succeeded.', 'unknown'],
  [0x02, 'ABORTED', 'The request was dropped, as after a reset.', 'link', IO_TIMEOUT],
  [0x03, 'ABORT_FAILED', 'The request should have been dropped and was not.', 'controller', IO_DEVICE_ERROR],
  [0x04, 'ERROR', 'The request failed.', 'unknown', IO_DEVICE_ERROR, 'Sense data, when present, decide instead.'],
  [0x05, 'BUSY', 'The device or the driver takes nothing now.', 'controller', 0xc00000a3],
  [0x06, 'INVALID_REQUEST', 'The driver does not know such a request.', 'software', 0xc0000010],
  [0x07, 'INVALID_PATH_ID', 'There is no such bus behind the adapter.', 'device-gone', NO_SUCH_DEVICE],
  [0x08, 'NO_DEVICE', 'The device is not there.', 'device-gone', NO_SUCH_DEVICE],
  [0x09, 'TIMEOUT', 'The device did not answer in time.', 'link', IO_TIMEOUT],
  [0x0a, 'SELECTION_TIMEOUT', 'The device was silent when it was called.', 'link', 0xc000009d, 'Leaves event disk/15.'],
  [0x0b, 'COMMAND_TIMEOUT', 'The command did not finish in time.', 'link', IO_TIMEOUT],
  [0x0d, 'MESSAGE_REJECTED', 'The device refused a message of the bus.', 'link', IO_DEVICE_ERROR],
  [0x0e, 'BUS_RESET', 'The bus was reset while the request was under way.', 'link', IO_DEVICE_ERROR],
  [
    0x0f,
    'PARITY_ERROR',
    'Data arrived damaged.',
    'link',
    IO_DEVICE_ERROR,
    'Checksum errors of a SATA link arrive as this; where sense data come with it, they decide instead.',
  ],
  [0x10, 'REQUEST_SENSE_FAILED', 'The request failed, and the question why failed too.', 'link', IO_DEVICE_ERROR],
  [0x11, 'NO_HBA', 'The adapter is not there.', 'device-gone', NO_SUCH_DEVICE],
  [0x12, 'DATA_OVERRUN', 'More or less data came than was asked for.', 'software', 0xc000003c],
  [0x13, 'UNEXPECTED_BUS_FREE', 'The device let go of the bus in the middle of a request.', 'link', IO_DEVICE_ERROR],
  [0x14, 'PHASE_SEQUENCE_FAILURE', 'The device did not keep to the protocol of the bus.', 'link', IO_DEVICE_ERROR],
  [0x15, 'BAD_SRB_BLOCK_LENGTH', 'The request block has a wrong length.', 'software', IO_DEVICE_ERROR],
  [
    0x16,
    'REQUEST_FLUSHED',
    'The queue was emptied with the request in it.',
    'link',
    IO_DEVICE_ERROR,
    'STATUS_VERIFY_REQUIRED (0x80000016) when the volume has to be verified.',
  ],
  [0x17, 'ACCESS_DENIED', 'The device does not allow it.', 'encryption', IO_DEVICE_ERROR],
  [0x18, 'OPERATION_IN_PROGRESS', 'Something else has to finish first.', 'controller', IO_DEVICE_ERROR],
  [0x20, 'INVALID_LUN', 'There is no such logical unit.', 'device-gone', NO_SUCH_DEVICE],
  [0x21, 'INVALID_TARGET_ID', 'There is no such target on the bus.', 'device-gone', NO_SUCH_DEVICE],
  [0x22, 'BAD_FUNCTION', 'The driver does not have such a function.', 'software', IO_DEVICE_ERROR],
  [0x23, 'ERROR_RECOVERY', 'The adapter is recovering from an error.', 'controller', IO_DEVICE_ERROR],
  [0x24, 'NOT_POWERED', 'The device or the adapter has no power.', 'link', IO_DEVICE_ERROR],
  [0x25, 'LINK_DOWN', 'The link to the device is down.', 'link', IO_DEVICE_ERROR],
  [0x26, 'INSUFFICIENT_RESOURCES', 'The driver ran out of something.', 'resources', IO_DEVICE_ERROR],
  [0x27, 'THROTTLED_REQUEST', 'The request was held back on purpose.', 'resources', IO_DEVICE_ERROR],
  [0x28, 'INVALID_PARAMETER', 'The request has a bad field.', 'software', IO_DEVICE_ERROR],
  [
    0x30,
    'INTERNAL_ERROR',
    'The driver brings an NTSTATUS of its own.',
    'controller',
    undefined,
    'The status is in the InternalStatus field of the request.',
  ],
];
