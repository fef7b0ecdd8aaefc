import { bytesAt, u16At, u32At, u64At, u8At } from '../event-binary.js';
import { readSense, type Sense } from './sense-data.js';
import { readCdb, type ScsiCommand } from './scsi-command.js';

/** IO_ERROR_LOG_PACKET: what a driver puts into `<Binary>` of its event. */
export interface IoErrorPacket {
  /** IRP_MJ_…: 3 read, 4 write, 0x0E control, 0x0F internal control, which is how SCSI requests travel. */
  readonly majorFunction: number;
  readonly retries: number;
  readonly dumpSize: number;
  /** The event itself: id in the low half, qualifiers in the high one. */
  readonly errorCode: number;
  /** The place in the driver: 256 bad block, 257 hardware error, 259 unmapped, 260 not ready, 301 paging (class driver). */
  readonly uniqueError: number;
  /** NTSTATUS; 0 when the request was to be retried, which says nothing about how it ended. */
  readonly finalStatus: number;
  readonly ioControlCode: number;
  /** Bytes; real records leave it 0 and keep the address in the CDB. */
  readonly deviceOffset: bigint;
  readonly request?: LoggedRequest;
}

/** The SCSI_REQUEST_BLOCK in the packet of the class and port drivers. */
export interface LoggedRequest {
  readonly bits: 32 | 64;
  /** As it was stored, with the flags 0x80 (sense data is valid) and 0x40 (queue frozen). */
  readonly srbStatusByte: number;
  readonly scsiStatus: number;
  readonly path: number;
  readonly target: number;
  readonly lun: number;
  readonly srbFlags: number;
  readonly transferBytes: number;
  readonly timeoutSeconds: number;
  /** NTSTATUS of the miniport; only with SRB_STATUS_INTERNAL_ERROR, otherwise the field holds something else. */
  readonly internalStatus?: number;
  readonly command?: ScsiCommand;
  readonly sense?: Sense;
  /** Of the class driver: paging I/O, retried, not understood. `undefined` in packets of port drivers. */
  readonly flags?: { readonly paging: boolean; readonly retried: boolean; readonly unhandled: boolean };
}

const DUMP_AT = 0x28;
const FLAGS_AT = 0x34;
const SRB_AT = 0x38;
const INTERNAL_ERROR = 0x30;
const SENSE_VALID = 0x80;
const SENSE_SIZE = 0x12;

/** How long the request block says it is, and where its parts are in the packet. */
const LAYOUTS = new Map([
  [0x58, { bits: 64, internalAt: 0x78, cdbAt: 0x80, end: 0x90 }],
  [0x40, { bits: 32, internalAt: undefined, cdbAt: 0x68, end: 0x78 }],
] as const);

/**
 * Reads `<Binary>` of an event that a driver logged; `undefined` when it is shorter than the fixed part. The request is read
 * only where its own length field is that of x64 or x86 and the packet is long enough.
 *
 * Source: https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ns-wdm-_io_error_log_packet for the fixed part,
 * CLASS_ERROR_LOG_DATA in https://github.com/microsoft/Windows-driver-samples, storage/class/classpnp/src/classp.h, and srb.h.
 */
export function readIoErrorPacket(binary: string | undefined): IoErrorPacket | undefined {
  const deviceOffset = u64At(binary, 0x20);
  if (deviceOffset === undefined) return undefined;
  return {
    majorFunction: u8At(binary, 0x00)!,
    retries: u8At(binary, 0x01)!,
    dumpSize: u16At(binary, 0x02)!,
    errorCode: u32At(binary, 0x0c)!,
    uniqueError: u32At(binary, 0x10)!,
    finalStatus: u32At(binary, 0x14)!,
    ioControlCode: u32At(binary, 0x1c)!,
    deviceOffset,
    request: readRequest(binary!, DUMP_AT + u16At(binary, 0x02)!),
  };
}

function readRequest(binary: string, end: number): LoggedRequest | undefined {
  const layout = LAYOUTS.get(u16At(binary, SRB_AT) as 0x58 | 0x40);
  if (!layout || end < layout.end || binary.length < layout.end * 2) return undefined;
  const at = (offset: number): number => u8At(binary, SRB_AT + offset)!;
  const srbStatusByte = at(0x03);
  const isInternal = (srbStatusByte & 0x3f) === INTERNAL_ERROR && layout.internalAt !== undefined;
  return {
    bits: layout.bits,
    srbStatusByte,
    scsiStatus: at(0x04),
    path: at(0x05),
    target: at(0x06),
    lun: at(0x07),
    srbFlags: u32At(binary, SRB_AT + 0x0c)!,
    transferBytes: u32At(binary, SRB_AT + 0x10)!,
    timeoutSeconds: u32At(binary, SRB_AT + 0x14)!,
    internalStatus: isInternal ? u32At(binary, layout.internalAt) || undefined : undefined,
    command: at(0x0a) > 0 ? readCdb(bytesAt(binary, layout.cdbAt, Math.min(at(0x0a), 16))) : undefined,
    sense: srbStatusByte & SENSE_VALID ? readSense(bytesAt(binary, layout.end, SENSE_SIZE)) : undefined,
    flags: end >= layout.end + SENSE_SIZE ? flagsOf(u32At(binary, FLAGS_AT)!) : undefined,
  };
}

const flagsOf = (bits: number): LoggedRequest['flags'] => ({
  paging: (bits & 1) !== 0,
  retried: (bits & 2) !== 0,
  unhandled: (bits & 4) !== 0,
});
