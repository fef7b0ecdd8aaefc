import { NtStatus, ntStatus, srbStatus } from '@inpage/codes';
import { formatHex32 } from '@inpage/core';
import type { DiskEvent, ScsiCommand, Sense } from '@inpage/winevent';
import { howMany } from './amounts.js';
import { asClause } from './names.js';

/** What a miniport means by a status. Source: srb.h of the WDK and the port driver documentation; the words are ours. */
const SRB_MEANINGS: Readonly<Record<string, string>> = {
  ABORTED: 'the request was called off',
  ABORT_FAILED: 'the request could not be called off',
  ERROR: 'the request failed',
  BUSY: 'the device was busy',
  INVALID_REQUEST: 'the device does not know this request',
  INVALID_PATH_ID: 'there is no such path on the adapter',
  NO_DEVICE: 'the device did not show up',
  TIMEOUT: 'the time for an answer ran out',
  SELECTION_TIMEOUT: 'the device did not react to being addressed',
  COMMAND_TIMEOUT: 'the time for an answer ran out',
  MESSAGE_REJECTED: 'the device rejected a message',
  BUS_RESET: 'a reset of the bus cut the request off',
  PARITY_ERROR: 'data were damaged on the link',
  REQUEST_SENSE_FAILED: 'the device would not say why it failed',
  NO_HBA: 'the adapter is gone',
  DATA_OVERRUN: 'more or less data came than were asked for',
  UNEXPECTED_BUS_FREE: 'the link fell silent in the middle of the request',
  PHASE_SEQUENCE_FAILURE: 'the link got out of step',
  REQUEST_FLUSHED: 'the request was thrown out of the queue',
  INVALID_LUN: 'there is no such unit on the device',
  INVALID_TARGET_ID: 'there is no such device on the adapter',
  NOT_POWERED: 'the device had no power',
  LINK_DOWN: 'the link to the device was down',
  INSUFFICIENT_RESOURCES: 'the driver had no memory left for the request',
  THROTTLED_REQUEST: 'the driver held the request back',
  INTERNAL_ERROR: 'the driver failed by itself',
};

/** SCSI status bytes that say more than "failed". Source: T10 SAM-5, table of status codes. */
const SCSI_STATUSES: Readonly<Record<number, string>> = {
  0x08: 'the disk answered BUSY',
  0x18: 'another machine holds a reservation on the disk',
  0x28: 'the queue of the disk was full',
  0x40: 'the disk called the task off',
};

/** Source: T10 SPC-5, table of sense keys. */
const SENSE_KEYS: readonly string[] = [
  'no particular error',
  'an error that it recovered from',
  'that it is not ready',
  'a defect of the medium',
  'a fault of its own hardware',
  'that it does not accept such a request',
  'that something changed since the last request',
  'that it is write protected',
  'a blank place',
  'an error of the vendor’s own kind',
  'a failed copy',
  'that it broke the command off',
  'an error of key 0xC',
  'that its volume is full',
  'that what it read is not what was written',
  'that it is done',
];

/** Additional sense codes that make a key plainer. Source: T10, "SCSI ASC/ASCQ assignments"; the words are ours. */
const SENSE_CODES: Readonly<Record<number, string>> = {
  0x03: 'a write failed',
  0x04: 'it is still starting or needs attention',
  0x08: 'it was not reached',
  0x09: 'it lost its track',
  0x0b: 'it warns of its own condition',
  0x0c: 'a write failed',
  0x10: 'a checksum did not match',
  0x11: 'a read failed for good',
  0x14: 'the place was not found',
  0x15: 'the heads missed their place',
  0x1b: 'the transfer broke off',
  0x20: 'the command is not known',
  0x21: 'the address lies beyond its end',
  0x24: 'a field of the command is wrong',
  0x25: 'there is no such unit',
  0x27: 'it takes no writes',
  0x29: 'it was reset or lost its power',
  0x3a: 'there is no medium',
  0x3e: 'it has not configured itself or failed its self-test',
  0x44: 'its inner workings failed',
  0x47: 'data were damaged on the link',
  0x4b: 'the transfer of data failed',
  0x5d: 'it expects to fail',
};

const byte = (value: number): string => (value & 0xff).toString(16).toUpperCase().padStart(2, '0');

const senseText = ({ key, asc, ascq }: Sense): string => {
  const more = SENSE_CODES[asc];
  const why = more === undefined ? '' : `: ${more}`;
  return `the disk itself reported ${SENSE_KEYS[key & 0xf]}${why} (sense ${(key & 0xf).toString(16).toUpperCase()}/${byte(asc)}/${byte(ascq)})`;
};

function srbText(value: number): string | undefined {
  // Pending, success and the bare "error" say nothing beside what the event says anyway.
  if (value === 0 || value === 1 || value === 4) return undefined;
  const { name } = srbStatus(value);
  const number = `SRB status 0x${byte(value)}`;
  if (name === undefined) return `the storage driver gave a reason that is not public (${number})`;
  const meaning = SRB_MEANINGS[name];
  return meaning === undefined
    ? `the storage driver answered ${name} (${number})`
    : `the storage driver said ${name} (${number}), which means that ${meaning}`;
}

/** `STATUS_IO_DEVICE_ERROR (0xC0000185): the request failed …`, without a full stop. */
export function statusWithMeaning(status: number): string {
  const { name, code, known, meaning } = ntStatus(NtStatus(status));
  return known ? `${name} (${formatHex32(code)}): ${asClause(meaning)}` : `status ${formatHex32(code)}`;
}

/** A place only, where the opcode is not known; `undefined` where the event says neither. */
export function requestText({ command, lba }: DiskEvent): string | undefined {
  const place = lba === undefined ? '' : ` at LBA ${lba}`;
  const what = command && commandText(command);
  if (what !== undefined) return `${what}${place}`;
  return lba === undefined ? undefined : `a request${place}`;
}

function commandText({ access, name, blocks, opcode }: ScsiCommand): string {
  const size = blocks === undefined ? '' : ` of ${howMany(blocks, 'block')}`;
  if (access !== undefined) return `a ${access}${size}`;
  return name === undefined
    ? `a command 0x${byte(opcode)}`
    : `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name} command${size}`;
}

/** Why a request failed, as far as driver, disk and Windows say; one clause each. */
export function reasonsText({ srbStatus: srb, scsiStatus, sense, status }: DiskEvent): readonly string[] {
  return [
    sense && senseText(sense),
    srb === undefined ? undefined : srbText(srb),
    scsiStatus === undefined ? undefined : SCSI_STATUSES[scsiStatus],
    status === undefined ? undefined : `it ended with ${statusWithMeaning(status)}`,
  ].filter((clause) => clause !== undefined);
}
