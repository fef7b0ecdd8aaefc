import type { ByteView } from './byte-view.js';

/** Sixteen bytes of a GUID as Windows prints them: the first three parts are little-endian, the last two are not. */
export function guid(view: ByteView, at: number): string | undefined {
  const [a, b, c] = [view.u32(at), view.u16(at + 4), view.u16(at + 6)];
  if (a === undefined || b === undefined || c === undefined || view.length < at + 16) return undefined;
  const tail = Array.from(view.bytes.subarray(at + 8, at + 16), (byte) => hex(byte, 2)).join('');
  return `${hex(a, 8)}-${hex(b, 4)}-${hex(c, 4)}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
