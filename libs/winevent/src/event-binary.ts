/** Little-endian reads from `<Binary>`, whose bytes are hex digits. Past the end is `undefined`. */
export function u16At(hex: string | undefined, offset: number): number | undefined {
  return littleEndian(hex, offset, 2);
}

export function u8At(hex: string | undefined, offset: number): number | undefined {
  return littleEndian(hex, offset, 1);
}

export function u32At(hex: string | undefined, offset: number): number | undefined {
  return littleEndian(hex, offset, 4);
}

export function u64At(hex: string | undefined, offset: number): bigint | undefined {
  const [low, high] = [u32At(hex, offset), u32At(hex, offset + 4)];
  return low === undefined || high === undefined ? undefined : (BigInt(high) << 32n) | BigInt(low);
}

/** The hex digits of some bytes, or of as many as are there. */
export const bytesAt = (hex: string | undefined, offset: number, size: number): string =>
  hex?.slice(offset * 2, (offset + size) * 2) ?? '';

function littleEndian(hex: string | undefined, offset: number, size: number): number | undefined {
  const end = (offset + size) * 2;
  if (hex === undefined || hex.length < end) return undefined;
  let value = 0;
  for (let at = end - 2; at >= offset * 2; at -= 2) value = value * 256 + parseInt(hex.slice(at, at + 2), 16);
  return Number.isNaN(value) ? undefined : value;
}
