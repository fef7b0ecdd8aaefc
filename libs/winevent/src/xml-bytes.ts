import { err, ok, type Result } from '@inpage/core';

/** The encodings an XML declaration may name when the bytes are not UTF-16. Names compare case-insensitively. */
const EIGHT_BIT = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii', 'utf-16', 'utf-16le', 'utf-16be', 'unicode']);
const DECLARED = /^\s{0,16}<\?xml\s[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([\w.-]{1,40})["']/i;

/**
 * Turns the bytes of event XML into text: UTF-8 with or without a byte order mark, UTF-16 of either order with one, and
 * UTF-16LE without, which is what `wevtutil … > file` leaves behind in PowerShell.
 *
 * Bytes that are no UTF-8 become U+FFFD instead of sinking the batch: wevtutil without `/uni:true` prints names in the
 * OEM code page, and all that Inpage reads in an event is ASCII. A declared encoding is believed only where the bytes cannot say
 * otherwise; text that was re-encoded on its way often still declares utf-16.
 */
export function decodeXmlBytes(bytes: Uint8Array): Result<string, 'encoding-unsupported'> {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return err('encoding-unsupported');
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== 'utf-8') return ok(text);
  const declared = DECLARED.exec(text.slice(0, 300))?.[1];
  return declared && !EIGHT_BIT.has(declared.toLowerCase()) ? err('encoding-unsupported') : ok(text);
}

function encodingOf([a, b, c, d]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const utf32 = (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0);
  if (utf32) return undefined;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (b === 0) return c === 0 ? undefined : 'utf-16le';
  return a === 0 ? undefined : 'utf-8';
}
