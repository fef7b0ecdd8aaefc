import type { ByteView } from './byte-view.js';

const decoder = new TextDecoder('utf-16le');

/** UTF-16LE up to the first NUL, at most `units` code units; half a surrogate pair becomes U+FFFD. */
export function utf16(view: ByteView, at: number, units: number): string {
  const text = decoder.decode(view.sub(at, 2 * units).bytes);
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

/** ASCII up to the first NUL, at most `length` bytes; nothing when a byte in it is not printable. */
export function ascii(view: ByteView, at: number, length: number): string | undefined {
  let text = '';
  for (let i = 0; i < length; i++) {
    const byte = view.u8(at + i);
    if (!byte) break;
    if (byte < 0x20 || byte > 0x7e) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}

const LONGEST_NAME = 128;
const PLAIN = /^[\w.-]+$/;
const HARMFUL = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}"*:<>?|]/gu;

/**
 * The file name at the end of a path, and only that: folders may carry a user's name. Characters that no Windows file name has,
 * and those that turn text around on a screen, are dropped.
 */
export function fileName(path: string): string | undefined {
  const last = path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
  if (PLAIN.test(last) && last.length <= LONGEST_NAME) return last;
  const name = last.slice(0, LONGEST_NAME).replace(HARMFUL, '').trim().toWellFormed();
  return name === '' ? undefined : name;
}
