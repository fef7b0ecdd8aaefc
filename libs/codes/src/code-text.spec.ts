import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCode } from './code-text.js';

describe('parseCode', () => {
  it.each([
    ['0xC0000185', 0xc0000185],
    ['c0000185', 0xc0000185],
    ['ffffffffc0000185', 0xc0000185],
    ['0xFFFFFFFFC0000185', 0xc0000185],
    ['ffffffff`c00000c0', 0xc00000c0],
    ['3221225861', 0xc0000185],
    ['-1073741435', 0xc0000185],
    ['122', 0x7a],
    ['7a', 0x7a],
    ['00000124', 0x124],
    ['0000000000000122', 0x122],
    ['  0x7A ', 0x7a],
    ['65537', 0x10001],
    ['BUGCHECK_0x4A4B4D53', 0x4a4b4d53],
    ['NTSTATUS_0xC0DEC0DE', 0xc0dec0de],
    ['0', 0],
  ])('reads %s', (text, code) => {
    expect(parseCode(text)).toBe(code);
  });

  it.each([
    '',
    ' ',
    '0x',
    'x7a',
    '7a,',
    '0x1c0000185',
    'fffff800c0000005',
    '4294967296',
    '-2147483649',
    '-',
    '1.5',
    '0x'.padEnd(99, '0'),
  ])('refuses %j', (text) => {
    expect(parseCode(text)).toBeUndefined();
  });

  it('reads every 32-bit value in each of its spellings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x8000_0000, max: 0xffff_ffff }), (code) => {
        const hex = code.toString(16);
        for (const text of [`0x${hex}`, hex, `ffffffff${hex}`, `FFFFFFFF\`${hex}`, String(code), String(code | 0)])
          expect(parseCode(text)).toBe(code);
      }),
    );
  });

  it('never throws and never leaves 32 bits', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?(0x)?[0-9a-f`]{0,20}$/)), (text) => {
        const code = parseCode(text);
        expect(code === undefined || code === code >>> 0).toBe(true);
      }),
    );
  });
});
