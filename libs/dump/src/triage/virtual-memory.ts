import type { ByteView } from '../bytes/byte-view.js';
import type { DumpBytes } from '../dump-bytes.js';

/** Bytes at a kernel address; `missingFrom` is the first address that the dump does not hold. */
export interface VirtualRead {
  readonly bytes: Uint8Array;
  readonly missingFrom?: bigint;
}

/** Real dumps have up to some three thousand. */
export const MOST_BLOCKS = 16_384;
/** Blocks that one value may lie across; each costs a walk over the list. */
const MOST_PIECES = 8;

interface Block {
  readonly fileOffset: number;
  readonly length: number;
}

/**
 * The pieces of kernel memory that a triage dump happens to hold, by address. Blocks are not sorted and a value may lie across
 * two of them; a triage dump has no pages, so "not held" says nothing about the machine.
 */
export class VirtualMemory {
  readonly #list: ByteView | undefined;
  readonly #entryBytes: number;

  constructor(
    private readonly bytes: DumpBytes,
    at: number | undefined,
    count: number | undefined,
    private readonly pointerBytes: 4 | 8,
  ) {
    this.#entryBytes = pointerBytes + 8;
    const wanted = count === undefined ? undefined : count * this.#entryBytes;
    this.#list = bytes.region('dataBlocks', at, wanted, MOST_BLOCKS * this.#entryBytes);
  }

  /** Blocks that are listed and at hand. */
  get count(): number {
    return Math.floor((this.#list?.length ?? 0) / this.#entryBytes);
  }

  /** @param length a number of ours, never one from the file. */
  read(address: bigint, length: number): VirtualRead {
    const target = new Uint8Array(length);
    let got = 0;
    for (let pieces = 0; got < length && pieces < MOST_PIECES; pieces++) {
      const piece = this.#piece(address + BigInt(got), length - got);
      if (piece.length === 0) break;
      target.set(piece, got);
      got += piece.length;
    }
    return got === length ? { bytes: target } : { bytes: target.subarray(0, got), missingFrom: address + BigInt(got) };
  }

  #piece(address: bigint, length: number): Uint8Array {
    const block = this.#find(address);
    if (!block) return new Uint8Array();
    const most = Math.min(length, block.length);
    return this.bytes.region('dataBlocks', block.fileOffset, most, most)?.bytes ?? new Uint8Array();
  }

  /** In halves of 32 bits: a distance that matters is short, and a short distance is exact in a double. */
  #find(address: bigint): Block | undefined {
    const [list, wide] = [this.#list, this.pointerBytes === 8];
    if (!list) return undefined;
    const [high, low] = [Number(address >> 32n), Number(address & 0xffff_ffffn)];
    for (let left = this.count, at = 0; left > 0; left--, at += this.#entryBytes) {
      const startHigh = wide ? list.u32(at + 4)! : 0;
      const into = (high - startHigh) * 2 ** 32 + (low - list.u32(at)!);
      if (into < 0) continue;
      const size = list.u32(at + this.pointerBytes + 4)!;
      if (into < size) return { fileOffset: list.u32(at + this.pointerBytes)! + into, length: size - into };
    }
    return undefined;
  }
}
