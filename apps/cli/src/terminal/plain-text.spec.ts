import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless, harmlessJson, inAscii } from './plain-text.js';

describe('texts out of files', () => {
  it.each([
    ['an escape sequence', 'pc\u001b[2J7', 'pc\ufffd[2J7'],
    ['its form of one byte', 'pc\u009b2J7', 'pc\ufffd2J7'],
    ['a turned direction', 'gpj\u202eexe', 'gpj\ufffdexe'],
    ['a carriage return', 'good\rbad', 'good\ufffdbad'],
    ['half a surrogate pair', 'x\ud800', 'x\ufffd'],
  ])('cannot steer the terminal by %s', (_, text, shown) => expect(harmless(text)).toBe(shown));

  it('keep what they say', () => expect(harmless('WD Blue’s\t检测错误\n')).toBe('WD Blue’s 检测错误\n'));

  it('mean the same in JSON when they are made harmless there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = harmlessJson(JSON.stringify({ text }, undefined, 2));
        expect(JSON.parse(json)).toEqual({ text });
        // oxlint-disable-next-line no-control-regex -- control characters are what this is about
        expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      }),
    );
  });

  it('become ASCII where nothing else is shown', () => {
    expect(inAscii('“disk’s” – 检…')).toBe(`"disk's" - ?...`);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^[\u0000-\u007f]*$/.test(inAscii(text)))); // oxlint-disable-line no-control-regex
  });
});
