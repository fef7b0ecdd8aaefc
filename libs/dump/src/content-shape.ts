export const isAllZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

const SAMPLE_BYTES = 4096;
const FEWEST_BYTES = 512;

/**
 * Whether the bytes carry about eight bits each. A sample of n random bytes measures 255 / (2 n ln 2) bits less than eight;
 * twice that leaves room for chance. Compressed data looks the same, so the caller says "or compressed".
 */
export function looksRandom(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < FEWEST_BYTES) return false;
  const counts = new Float64Array(256);
  for (const byte of sample) counts[byte]! += 1;
  const entropy = counts.reduce(
    (bits, n) => (n === 0 ? bits : bits - (n / sample.length) * Math.log2(n / sample.length)),
    0,
  );
  return entropy > 8 - 255 / (sample.length * Math.LN2);
}

/** Whether a person could have typed it: no control characters but line ends and tabs, in ASCII, UTF-8 or UTF-16. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return true;
  return (
    sample.every((byte) => (byte >= 0x20 ? byte !== 0x7f : byte === 0x09 || byte === 0x0a || byte === 0x0d)) &&
    validUtf8(sample)
  );
}

/** The last character of a sample may be cut in two, so the decoder is told that more may follow. */
function validUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
