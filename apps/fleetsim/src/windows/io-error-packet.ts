/** What an IO_ERROR_LOG_PACKET holds, as far as storage drivers fill it. */
export interface IoErrorPacket {
  /** 3 read, 4 write, 0x0F internal device control. */
  readonly majorFunction: number;
  readonly retryCount?: number;
  readonly strings?: number;
  readonly errorCode: number;
  /** The place in the driver that wrote it. */
  readonly uniqueErrorValue?: number;
  /** NTSTATUS that was handed up; 0 while the request is retried. */
  readonly finalStatus?: number;
  readonly dumpData?: Buffer;
}

const HEADER_BYTES = 0x28;

/**
 * The `<Binary>` of a driver's event in upper-case hex digits.
 * Source: https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ns-wdm-_io_error_log_packet
 */
export function ioErrorPacket(packet: IoErrorPacket): string {
  const dump = packet.dumpData ?? Buffer.alloc(0);
  const bytes = Buffer.alloc(HEADER_BYTES + dump.length);
  bytes.writeUInt8(packet.majorFunction, 0x00);
  bytes.writeUInt8(packet.retryCount ?? 0, 0x01);
  bytes.writeUInt16LE(dump.length, 0x02);
  bytes.writeUInt16LE(packet.strings ?? 1, 0x04);
  bytes.writeUInt32LE(packet.errorCode >>> 0, 0x0c);
  bytes.writeUInt32LE(packet.uniqueErrorValue ?? 0, 0x10);
  bytes.writeUInt32LE((packet.finalStatus ?? 0) >>> 0, 0x14);
  dump.copy(bytes, HEADER_BYTES);
  return bytes.toString('hex').toUpperCase();
}

/** One request of the class driver that went wrong. */
export interface ClassError {
  readonly retried: boolean;
  readonly paging: boolean;
  readonly srbStatus: number;
  readonly scsiStatus?: number;
  /** NTSTATUS of the miniport; only looked at with SrbStatus 0x30. */
  readonly internalStatus?: number;
  readonly write?: boolean;
  readonly lba: number;
  readonly blocks: number;
  /** Sense key, additional sense code and its qualifier; given when SrbStatus has 0x80. */
  readonly sense?: readonly [number, number, number];
  readonly tickCount: bigint;
}

/** Offsets inside DumpData, which begins at 0x28 of the packet. */
const AT = { port: 0x08, flags: 0x0c, srb: 0x10, internalStatus: 0x50, cdb: 0x58, sense: 0x68 } as const;
const DUMP_BYTES = 0x80;
const SRB_BYTES_X64 = 0x58;

/**
 * CLASS_ERROR_LOG_DATA of 64-bit Windows: the DumpData of disk events 7, 11, 15 and 51.
 * Source: classp.h in https://github.com/microsoft/Windows-driver-samples
 */
export function classErrorData(error: ClassError): Buffer {
  const bytes = Buffer.alloc(DUMP_BYTES);
  bytes.writeBigUInt64LE(error.tickCount, 0);
  bytes.writeUInt32LE(0xffff_ffff, AT.port);
  bytes.writeUInt32LE((error.paging ? 1 : 0) | (error.retried ? 2 : 0), AT.flags);
  bytes.writeUInt16LE(SRB_BYTES_X64, AT.srb);
  bytes.writeUInt8(error.srbStatus, AT.srb + 3);
  bytes.writeUInt8(error.scsiStatus ?? 0, AT.srb + 4);
  bytes.writeUInt8(10, AT.srb + 0x0a);
  bytes.writeUInt8(18, AT.srb + 0x0b);
  bytes.writeUInt32LE(error.blocks * 512, AT.srb + 0x10);
  bytes.writeUInt32LE(65, AT.srb + 0x14);
  bytes.writeUInt32LE((error.internalStatus ?? 0) >>> 0, AT.internalStatus);
  writeRead10(bytes, error);
  if (error.sense) writeSense(bytes, error.sense);
  return bytes;
}

function writeRead10(bytes: Buffer, { write, lba, blocks }: ClassError): void {
  bytes.writeUInt8(write ? 0x2a : 0x28, AT.cdb);
  bytes.writeUInt32BE(lba >>> 0, AT.cdb + 2);
  bytes.writeUInt16BE(blocks, AT.cdb + 7);
}

/** Fixed format: key at byte 2, additional code and qualifier at 12 and 13. */
function writeSense(bytes: Buffer, [key, code, qualifier]: readonly [number, number, number]): void {
  bytes.writeUInt8(0x70, AT.sense);
  bytes.writeUInt8(key, AT.sense + 2);
  bytes.writeUInt8(10, AT.sense + 7);
  bytes.writeUInt8(code, AT.sense + 12);
  bytes.writeUInt8(qualifier, AT.sense + 13);
}
