import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf, wrap } from './wrap.js';

describe('wrap', () => {
  it('breaks between words, and inside one only when it does not fit a line', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('a wevtutil-qe-System-/f:xml b', 10)).toEqual(['a', 'wevtutil-q', 'e-System-/', 'f:xml b']);
    expect(wrap('', 10)).toEqual([]);
  });

  it('counts wide characters twice', () => expect(wrap('检测错误 检测', 8)).toEqual(['检测错误', '检测']));

  it('loses nothing and keeps to the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 80 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.every((line) => widthOf(line) <= width)).toBe(true);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
