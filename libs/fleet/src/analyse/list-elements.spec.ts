import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listElements } from './list-elements.js';

const parts = (text: string): string[] => [...listElements(text)].map((part) => part.text);

describe('listElements', () => {
  it.each([
    ['[{"a":[1,2]},{"b":"],{"}]', ['{"a":[1,2]}', '{"b":"],{"}']],
    ['[]', []],
    ['[1] [2]\n{"c":3}\n[4]', ['1', '2', '{"c":3}\n[4]']],
    ['{"a":[1,2]}', ['{"a":[1,2]}']],
    ['[{"a":1},{"b"', ['{"a":1}', '{"b"']],
    ['["a\\",b",2]', ['"a\\",b"', '2']],
    ['', []],
  ])('of %j', (text, elements) => expect(parts(text)).toEqual(elements));

  it('finds what JSON.parse finds, and where it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), fc.constantFrom(0, 2), (list, indent) => {
        const text = JSON.stringify(list, undefined, indent);
        expect(parts(text).map((part) => JSON.parse(part) as unknown)).toEqual(JSON.parse(text));
        for (const { at, text: part } of listElements(text)) expect(text.slice(at, at + part.length)).toBe(part);
      }),
    );
  });

  it('ends on any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('[', ']', '{', '}', ',', '"', '\\', 'x', ' ') }),
        (text) => void parts(text),
      ),
    );
  });
});
