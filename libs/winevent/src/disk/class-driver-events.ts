import { bytesAt, u8At } from '../event-binary.js';
import { parseUnsigned64 } from '../bugcheck-number.js';
import type { WindowsEvent } from '../windows-event.js';
import { readDeviceName } from './device-name.js';
import type { DiskFacts } from './disk-event.js';
import { readIoErrorPacket, type LoggedRequest } from './io-error-packet.js';
import { readSense } from './sense-data.js';
import { scsiOpcode } from './scsi-command.js';

/** In these events the first value is the device, put there by the I/O manager; the driver's own values follow. */
const value = (event: WindowsEvent, place: number): string | undefined => event.data[place]?.value.trim() || undefined;

/** Events whose packet holds the failed request: disk 7, 11, 15, 51, and those of port drivers. */
export function readRequestEvent(event: WindowsEvent): DiskFacts {
  const packet = readIoErrorPacket(event.binary);
  const request = packet?.request;
  return {
    ...readDeviceName(value(event, 0)),
    ...(request && readRequest(request)),
    status: packet?.finalStatus || request?.internalStatus,
    retries: packet?.retries,
    uniqueError: packet?.uniqueError || undefined,
  };
}

const readRequest = (request: LoggedRequest): DiskFacts => ({
  path: request.path,
  target: request.target,
  lun: request.lun,
  srbStatus: request.srbStatusByte & 0x3f,
  scsiStatus: request.scsiStatus,
  sense: request.sense,
  command: request.command,
  lba: request.command?.lba,
  transferBytes: request.transferBytes,
  timeoutSeconds: request.timeoutSeconds,
  isPaging: request.flags?.paging,
  wasRetried: request.flags?.retried,
  isUnhandled: request.flags?.unhandled,
});

/**
 * disk 153 and 154: values are device, LBA in hex, disk number, name of the physical device object. The packet holds SCSI
 * status, SRB status and opcode in four bytes, then sense data.
 * Source: class.c and utils.c in https://github.com/microsoft/Windows-driver-samples, storage/class/classpnp/src
 */
export function readRetriedEvent(event: WindowsEvent): DiskFacts {
  const packet = readIoErrorPacket(event.binary);
  const srbStatusByte = u8At(event.binary, 0x2a);
  const opcode = packet && packet.dumpSize >= 4 ? u8At(event.binary, 0x2b) : undefined;
  const named = readDeviceName(value(event, 0));
  return {
    ...named,
    diskNumber: numberOf(value(event, 2)) ?? named.diskNumber,
    pdoName: value(event, 3),
    lba: parseUnsigned64(value(event, 1) ?? ''),
    status: packet?.finalStatus || undefined,
    retries: packet?.retries,
    ...(opcode !== undefined && {
      scsiStatus: u8At(event.binary, 0x29),
      srbStatus: srbStatusByte! & 0x3f,
      command: scsiOpcode(opcode),
      sense: readSense(bytesAt(event.binary, 0x2c, packet!.dumpSize - 4)),
    }),
  };
}

/** disk 155: values are device, LBA in hex, disk number, milliseconds taken, milliseconds allowed. */
export const readSlowEvent = (event: WindowsEvent): DiskFacts => ({
  ...readDeviceName(value(event, 0)),
  ...numbered(event, 2),
  lba: parseUnsigned64(value(event, 1) ?? ''),
  durationMs: numberOf(value(event, 3)),
});

/** disk 52 and 157: the device, and the disk number where the driver adds it. */
export const readNumberedEvent = (event: WindowsEvent): DiskFacts => ({
  ...readDeviceName(value(event, 0)),
  ...numbered(event, 1),
});

function numbered(event: WindowsEvent, place: number): Pick<DiskFacts, 'diskNumber'> {
  const diskNumber = numberOf(value(event, place));
  return diskNumber === undefined ? {} : { diskNumber };
}

const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
