/**
 * Where the bytes of a file come from; the only seam between the reader and the world. A reader asks for what it needs and for
 * nothing else, so a file of any size costs the same.
 */
export interface ByteSource {
  /** Bytes in the whole file, at hand or not; `Infinity` while nobody knows. */
  readonly size: number;
  /**
   * The bytes from `offset` on, at most `length`. Shorter where they end or are not at hand, empty beyond. Never throws: an
   * adapter over a disk that fails hands over what it could read. Several slices are held at a time and must stay what they are.
   */
  slice(offset: number, length: number): Uint8Array;
}

/** A whole file in memory; slices are views, not copies. */
export const bufferSource = (bytes: Uint8Array): ByteSource => prefixSource(bytes, bytes.length);

/**
 * The first bytes of a file that is still arriving. What lies behind them is "not at hand", which is another fact than "the
 * file ends". `size` is what the sender declared, or nothing.
 */
export const prefixSource = (bytes: Uint8Array, size: number = Infinity): ByteSource => ({
  size: Math.max(size, bytes.length),
  slice: (offset, length) => bytes.subarray(offset, offset + length),
});

/**
 * A file that is read piece by piece: `readInto(target, position)` fills `target` from `position` and answers how many bytes it
 * got, as `fs.readSync` does. An adapter is one line over a file handle: `(target, position) => readSync(fd, target, 0,
 * target.length, position)`.
 */
export const positionedSource = (
  size: number,
  readInto: (target: Uint8Array, position: number) => number,
): ByteSource => ({
  size,
  slice(offset, length) {
    const target = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
    return target.subarray(0, target.length === 0 ? 0 : filled(target, offset, readInto));
  },
});

function filled(
  target: Uint8Array,
  offset: number,
  readInto: (target: Uint8Array, position: number) => number,
): number {
  let got = 0;
  try {
    while (got < target.length) {
      const more = readInto(target.subarray(got), offset + got);
      if (!(more > 0)) break;
      got += more;
    }
  } catch {
    // A disk that cannot read its dump is what Inpage is for; the reader says "not at hand" and goes on with the rest.
  }
  return Math.min(got, target.length);
}
