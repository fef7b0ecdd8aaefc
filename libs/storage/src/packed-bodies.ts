import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/**
 * Quality 1: bodies of JSON events shrink to a quarter for 2 µs a record, which is less than PostgreSQL needs to write the
 * other three quarters, and a tenth of what its pglz takes (docs/adr/20261122-raw-observation-in-chunks.md). Without a
 * thread: the largest group takes 7 ms, and a small one less than the way to the thread and back.
 */
const QUALITY = 1;
/** 256 kB. With the default of 4 MB and no hint of the size a lone record takes 41 µs instead of 12, for the same bytes. */
const WINDOW_BITS = 18;

/** What record_chunk.bodies holds: the bodies of one commit behind each other, as one Brotli stream (RFC 7932). */
export function packBodies(bodies: readonly Buffer[]): Buffer {
  const bytes = bodies.length === 1 ? bodies[0]! : Buffer.concat(bodies);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The bodies again. Throws when they are not of the length that the chunk says they have. */
export function unpackBodies(packed: Buffer, lengths: readonly number[]): Buffer {
  const expected = lengths.reduce((sum, length) => sum + length, 0);
  const bodies = brotliDecompressSync(packed, { maxOutputLength: Math.max(1, expected) });
  if (bodies.length !== expected) throw new Error(`The chunk holds ${bodies.length} bytes of bodies, not ${expected}.`);
  return bodies;
}
