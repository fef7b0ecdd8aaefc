/** IO_ERROR_LOG_PACKET as drivers write it into an event; `dump` follows at 0x28. Source: wdm.h. */
export interface IoErrorPacket {
  errorCode: number;
  finalStatus: number;
  unique?: number;
  retries?: number;
  /** IRP_MJ_…: 3 read, 4 write, 0x0F internal device control. */
  major?: number;
  dump?: ArrayLike<number>;
}

export function ioErrorPacket(packet: IoErrorPacket): Buffer {
  const dump = Uint8Array.from(packet.dump ?? []);
  const bytes = Buffer.alloc(0x28 + dump.length);
  bytes.writeUInt8(packet.major ?? 0, 0x00);
  bytes.writeUInt8(packet.retries ?? 0, 0x01);
  bytes.writeUInt16LE(dump.length, 0x02);
  bytes.writeUInt16LE(1, 0x04);
  bytes.writeUInt32LE(packet.errorCode, 0x0c);
  bytes.writeUInt32LE(packet.unique ?? 0, 0x10);
  bytes.writeUInt32LE(packet.finalStatus, 0x14);
  bytes.set(dump, 0x28);
  return bytes;
}

/** Where CLASS_ERROR_LOG_DATA has its parts, behind 0x28, and how long it says that the request is. */
const REQUESTS = {
  64: { length: 0x58, cdb: 0x58, sense: 0x68, size: 0x80 },
  32: { length: 0x40, cdb: 0x40, sense: 0x50, size: 0x68 },
} as const;

/** The packet of disk 7, 11, 15 and 51: CLASS_ERROR_LOG_DATA with a READ(10) or WRITE(10). Source: classpnp's classp.h. */
export function scsiErrorPacket(facts: {
  errorCode: number;
  unique: number;
  status: number;
  srbStatus?: number;
  lba?: number;
  write?: boolean;
  sense?: { key: number; asc: number; ascq: number };
  bits?: 32 | 64;
}): Buffer {
  const layout = REQUESTS[facts.bits ?? 64];
  const dump = Buffer.alloc(layout.size);
  dump.writeUInt32LE(0xffff_ffff, 0x08);
  dump.writeUInt8(facts.status === 0 ? 0b11 : 0b01, 0x0c);
  dump.writeUInt16LE(layout.length, 0x10);
  dump.writeUInt8((facts.srbStatus ?? 0x04) | (facts.sense ? 0x80 : 0), 0x13);
  dump.writeUInt8(10, 0x1a);
  dump.writeUInt8(facts.write ? 0x2a : 0x28, layout.cdb);
  dump.writeUInt32BE(facts.lba ?? 0, layout.cdb + 2);
  dump.writeUInt16BE(8, layout.cdb + 7);
  if (facts.sense)
    dump.set([0x70, 0, facts.sense.key, 0, 0, 0, 0, 10, 0, 0, 0, 0, facts.sense.asc, facts.sense.ascq], layout.sense);
  const { errorCode, unique, status: finalStatus } = facts;
  return ioErrorPacket({ errorCode, unique, finalStatus, major: facts.write ? 4 : 3, dump });
}

/** SYSTEMTIME of the UTC fields of a date. Source: minwinbase.h. */
export function systemTime(at: Date): Buffer {
  const bytes = Buffer.alloc(16);
  const words = [
    at.getUTCFullYear(),
    at.getUTCMonth() + 1,
    at.getUTCDay(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
    at.getUTCMilliseconds(),
  ];
  words.forEach((word, i) => bytes.writeUInt16LE(word, i * 2));
  return bytes;
}

export const hexDigits = (bytes: Buffer): string => bytes.toString('hex').toUpperCase();
