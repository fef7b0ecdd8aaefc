import type { ByteView } from '../bytes/byte-view.js';

/** One structure of an SMBIOS table. */
export interface SmbiosStructure {
  readonly type: number;
  /** A number in the formatted part; nothing when the structure is older and shorter. */
  readonly u8: (at: number) => number | undefined;
  readonly u16: (at: number) => number | undefined;
  readonly u32: (at: number) => number | undefined;
  /** The string whose number stands at `at`, without the vendors' placeholders. */
  readonly text: (at: number) => string | undefined;
}

const MOST_STRUCTURES = 512;
const MOST_STRINGS = 64;
const LONGEST_STRING = 64;
const END_OF_TABLE = 127;

/** What vendors leave in a field that they do not fill. Compared in lower case. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '', 'to be filled by o.e.m.', 'to be filled by oem', 'default string', 'system manufacturer', 'system product name',
  'system version', 'system serial number', 'base board manufacturer', 'base board version', 'not applicable', 'not available',
  'not specified', 'none', 'n/a', 'na', 'unknown', 'undefined', 'oem', 'o.e.m.', 'invalid', 'empty', 'no dimm', 'sku',
]); // prettier-ignore

/** Structures of an SMBIOS table: DMTF DSP0134, section 6.1. Ends at the end mark, at the bytes' end, or at what is none. */
export function* smbiosStructures(table: ByteView): Generator<SmbiosStructure> {
  let at = 0;
  for (let i = 0; i < MOST_STRUCTURES; i++) {
    const [type, length] = [table.u8(at), table.u8(at + 1)];
    if (type === undefined || length === undefined || length < 4 || type === END_OF_TABLE) return;
    const formatted = table.sub(at, length);
    const { strings, end } = stringsFrom(table, at + length);
    yield {
      type,
      u8: (offset) => formatted.u8(offset),
      u16: (offset) => formatted.u16(offset),
      u32: (offset) => formatted.u32(offset),
      text: (offset) => strings[(formatted.u8(offset) ?? 0) - 1],
    };
    at = end;
  }
}

/** Strings follow the formatted part, each ended by a zero, all together by one more. */
function stringsFrom(table: ByteView, from: number): { strings: (string | undefined)[]; end: number } {
  const strings: (string | undefined)[] = [];
  let at = from;
  while (table.u8(at)) {
    const zero = table.bytes.indexOf(0, at);
    const end = zero < 0 ? table.length : zero;
    if (strings.length < MOST_STRINGS) strings.push(tidy(table.bytes.subarray(at, end)));
    at = end + 1;
  }
  return { strings, end: at === from ? from + 2 : at + 1 };
}

function tidy(bytes: Uint8Array): string | undefined {
  const printable = Array.from(bytes.subarray(0, LONGEST_STRING)).filter((byte) => byte >= 0x20 && byte < 0x7f);
  const text = String.fromCharCode(...printable).trim();
  return PLACEHOLDERS.has(text.toLowerCase()) ? undefined : text;
}
