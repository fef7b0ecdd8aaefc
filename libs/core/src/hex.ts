const HEX = /^0x[0-9a-f]{1,16}$/i;
const U64 = (1n << 64n) - 1n;

/** `0x` and sixteen digits: how a 64-bit value leaves Inpage. */
export const formatHex64 = (value: bigint): string => `0x${(value & U64).toString(16).padStart(16, '0')}`;

/** `0x` and eight upper-case digits: how Windows prints an NTSTATUS or a bugcheck code. */
export const formatHex32 = (value: number): string => `0x${(value >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;

/** Reads `0x…` of at most sixteen digits; anything else is `undefined`. */
export const parseHex64 = (text: string): bigint | undefined => (HEX.test(text) ? BigInt(text) : undefined);
