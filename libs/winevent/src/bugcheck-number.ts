const U32 = 0xffff_ffffn;
const SIGN_EXTENDED = 0xffff_ffff_0000_0000n;

/** A bugcheck code of 32 bits from a wider value: its sign extension is taken off, 0 and anything wider are no code. */
export function bugcheckCode(value: bigint | undefined): number | undefined {
  if (value === undefined) return undefined;
  const fits = value <= U32 || (value & SIGN_EXTENDED) === SIGN_EXTENDED;
  return fits && value !== 0n ? Number(value & U32) : undefined;
}

/** Reads an unsigned 64-bit number that is `0x…` or decimal, without ever going through a double. */
export function parseUnsigned64(text: string): bigint | undefined {
  if (!/^(?:0x[0-9a-f]{1,16}|\d{1,20})$/i.test(text)) return undefined;
  const value = BigInt(text);
  return BigInt.asUintN(64, value) === value ? value : undefined;
}
