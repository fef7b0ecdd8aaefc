/** Bytes written one field after the other, as C lays a struct out; nobody who writes has to know an offset. */
export class Tape {
  #bytes = Buffer.alloc(1024);
  #length = 0;

  /** @param origin file offset of the first byte, for alignment and `position`. */
  constructor(private readonly origin = 0) {}

  /** File offset of what is written next. */
  get position(): number {
    return this.origin + this.#length;
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes.subarray(0, this.#length));
  }

  u8 = (value: number): this => this.#put(1, (at) => this.#bytes.writeUInt8(value, at));
  u16 = (value: number): this => this.#put(2, (at) => this.#bytes.writeUInt16LE(value, at));
  u32 = (value: number): this => this.#put(4, (at) => this.#bytes.writeUInt32LE(value >>> 0, at));
  u64 = (value: bigint): this => this.#put(8, (at) => this.#bytes.writeBigUInt64LE(BigInt.asUintN(64, value), at));

  raw(bytes: Uint8Array): this {
    return this.#put(bytes.length, (at) => this.#bytes.set(bytes, at));
  }

  ascii = (text: string): this => this.raw(Buffer.from(text, 'latin1'));
  utf16 = (text: string): this => this.raw(Buffer.from(text, 'utf16le'));

  /** As many bytes as asked for, of a letter sequence that begins anew at the first. */
  fill(length: number, letters = '\0'): this {
    return this.raw(Buffer.alloc(length, letters, 'latin1'));
  }

  /** What Windows leaves in a field that it does not set. */
  unset = (length: number): this => this.fill(length, 'PAGE');

  /** A field of a fixed size, with something in front and zeros behind. */
  field(length: number, bytes: Uint8Array): this {
    return this.raw(bytes.subarray(0, length)).fill(Math.max(0, length - bytes.length));
  }

  align(to: number, letters = '\0'): this {
    return this.fill((to - (this.position % to)) % to, letters);
  }

  #put(size: number, write: (at: number) => void): this {
    while (this.#length + size > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], this.#bytes.length * 2);
    const at = this.#length;
    this.#length += size;
    if (size > 0) write(at);
    return this;
  }
}
