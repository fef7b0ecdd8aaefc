const MAX_LENGTH = 64;
const OUR_OWN_NAME = /^(?:BUGCHECK|NTSTATUS)_(?=0x)/i;
const HEX = /^(?:0x)?[0-9a-f]{1,16}$/i;
/** Eight digits are missing here: Windows pads hexadecimal to 8, so those are hexadecimal although no letter says so. */
const DECIMAL = /^(?:-[0-9]{1,10}|[0-9]{1,7}|[0-9]{9,10})$/;
const U32 = 0xffff_ffffn;

/** The low half, when the upper half is nothing but a sign extension. */
function low32(value: bigint): number | undefined {
  const high = value >> 32n;
  return high === 0n || high === U32 ? Number(value & U32) : undefined;
}

function fromDecimal(text: string): number | undefined {
  const value = Number(text);
  return value >= -0x8000_0000 && value <= 0xffff_ffff ? value >>> 0 : undefined;
}

/**
 * Reads a 32-bit code from hexadecimal (with or without `0x`, with WinDbg's backtick, sign-extended to 64 bits), decimal
 * or signed decimal. Plain digits are decimal, as in Kernel-Power 41, unless there are 8 or more than 10 of them: WER and
 * WinDbg print padded hexadecimal. `undefined` for everything else, also for a value that needs more than 32 bits.
 */
export function parseCode(text: string): number | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const bare = text.trim().replace(OUR_OWN_NAME, '').replace('`', '');
  if (DECIMAL.test(bare)) return fromDecimal(bare);
  if (!HEX.test(bare)) return undefined;
  return low32(BigInt(/^0x/i.test(bare) ? bare : `0x${bare}`));
}
