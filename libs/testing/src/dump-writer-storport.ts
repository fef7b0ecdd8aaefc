import { Tape } from './dump-writer-tape.js';

export interface StorageRequestPicture {
  readonly opcode: number;
  /** SRB function; 0 is "execute the SCSI command". */
  readonly srbFunction?: number;
  /** FILETIME; 0 when StorPort had not noted it. */
  readonly start: bigint;
  readonly end: bigint;
  readonly status: number;
  readonly error?: number;
  readonly tag?: number;
}

/** StorPort's history: room for 66 requests of 60 bytes, newest first. `count` may lie. */
export function writeStorageHistory(
  requests: readonly StorageRequestPicture[],
  count: number = requests.length,
): Uint8Array {
  const tape = new Tape().ascii('DSTP').u32(0x60).u32(0xfdc).u32(0);
  tape.field(16, Buffer.from('storport.sys')).u32(count);
  for (const { opcode, srbFunction = 0, start, end, status, error = 0, tag = 0 } of requests) {
    tape.field(16, Uint8Array.of(opcode)).field(16, Uint8Array.of(srbFunction));
    tape.u64(start).u64(end).u32(status).u32(error).u32(tag);
  }
  return new Tape().field(4060, tape.bytes).bytes;
}
