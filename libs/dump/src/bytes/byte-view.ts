/** Numbers in little-endian bytes. Whatever does not lie wholly inside is `undefined`; no offset can make it throw. */
export class ByteView {
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number | undefined {
    return this.#holds(at, 1) ? this.#view.getUint8(at) : undefined;
  }

  u16(at: number): number | undefined {
    return this.#holds(at, 2) ? this.#view.getUint16(at, true) : undefined;
  }

  u32(at: number): number | undefined {
    return this.#holds(at, 4) ? this.#view.getUint32(at, true) : undefined;
  }

  u64(at: number): bigint | undefined {
    return this.#holds(at, 8) ? this.#view.getBigUint64(at, true) : undefined;
  }

  /** From `at`, at most `length` bytes; shorter where the bytes end, empty where there are none. */
  sub(at: number, length: number = this.length): ByteView {
    const from = at >= 0 ? Math.min(at, this.length) : this.length;
    return new ByteView(this.bytes.subarray(from, from + Math.max(0, length)));
  }

  #holds(at: number, size: number): boolean {
    return at >= 0 && at + size <= this.length;
  }
}
