import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeXmlBytes } from './xml-bytes.js';

const TEXT = "<Event a='\u200E4'/>";
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('decodeXmlBytes', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16LE with a byte order mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16LE without one', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16BE with a byte order mark', utf16be(`\uFEFF${TEXT}`)],
  ])('reads %s', (_, bytes) => expect(decodeXmlBytes(bytes)).toEqual({ ok: true, value: TEXT }));

  it.each<[string, Uint8Array]>([
    ['UTF-16BE without a byte order mark', utf16be(TEXT)],
    ['UTF-32LE', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0])],
    ['UTF-32LE without a byte order mark', Buffer.from([0x3c, 0, 0, 0, 0x45, 0, 0, 0])],
    ['UTF-32BE', Buffer.from([0, 0, 0xfe, 0xff])],
    ['a declared code page', Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${TEXT}`)],
  ])('refuses %s', (_, bytes) => expect(decodeXmlBytes(bytes)).toEqual({ ok: false, error: 'encoding-unsupported' }));

  it('believes the bytes, not a declaration of utf-16 that was left behind', () => {
    const text = `<?xml version="1.0" encoding="utf-16"?>${TEXT}`;
    expect(decodeXmlBytes(Buffer.from(text))).toEqual({ ok: true, value: text });
  });

  it('keeps the rest when a byte is no UTF-8', () => {
    expect(decodeXmlBytes(Buffer.from([0x3c, 0x84, 0x3e]))).toEqual({ ok: true, value: '<\uFFFD>' });
  });

  it('answers for any bytes at all', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => typeof decodeXmlBytes(bytes).ok === 'boolean'));
  });
});
