import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonValues } from './json-reader.js';
import { JsonObject, jsonObject, jsonText } from './json-value.js';

/** What JSON.parse would have made, but for whole numbers beyond 2^53. */
function plain(value: unknown): unknown {
  if (value instanceof JsonObject) {
    const object: Record<string, unknown> = {};
    for (const [name, inner] of value.entries)
      Object.defineProperty(object, name, {
        value: plain(inner),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    return object;
  }
  return Array.isArray(value) ? value.map(plain) : value;
}
const valuesOf = (text: string): unknown[] =>
  [...readJsonValues(text)].map((one) => (one.ok ? plain(one.value) : one.error.code));
const rounded = (value: unknown): unknown => {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  for (const name of Object.keys(value)) {
    const whole = Object.getOwnPropertyDescriptor(value, name)!;
    Object.defineProperty(value, name, { ...whole, value: rounded(whole.value) });
  }
  return value;
};
const entriesOf = (text: string) => {
  const [first] = [...readJsonValues(text)];
  return first?.ok ? (first.value as JsonObject).entries : first;
};

describe('readJsonValues', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(valuesOf(text).map(rounded)).toEqual([JSON.parse(text)]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every entry of a name that repeats, and gives the last one when asked', () => {
    const entries = [
      ['', 'a'],
      ['', 'b'],
      ['Binary', '0F'],
      ['', 'c'],
    ] as const;
    expect(entriesOf('{"":"a","":"b","Binary":"0F","":"c"}')).toEqual(entries);
    expect(new JsonObject(entries).get('')).toBe('c');
    const many = new JsonObject([...Array.from({ length: 99 }, (_, i) => [`n${i}`, i] as const), ...entries]);
    expect([many.get(''), many.get('n7'), many.get('none')]).toEqual(['c', 7, undefined]);
  });

  it('keeps all digits of a whole number of 64 bits', () => {
    expect(valuesOf('[18446744072635809806,-9214364837600034816,9007199254740991,9007199254740993]')).toEqual([
      [18446744072635809806n, -9214364837600034816n, 9007199254740991, 9007199254740993n],
    ]);
    expect(jsonText(18446744072635809806n)).toBe('18446744072635809806');
  });

  it('gives no text for a number that was rounded', () => {
    expect([jsonText(2 ** 63), jsonText(1.5), jsonText(7), jsonText(Number.NaN), jsonText(null)]).toEqual([
      undefined,
      '1.5',
      '7',
      undefined,
      undefined,
    ]);
    expect(valuesOf(`[1e400, ${'9'.repeat(300)}]`)).toEqual([[Infinity, Number('9'.repeat(300))]]);
  });

  it('reads one value per line, one behind the other, and across lines', () => {
    expect(valuesOf('\uFEFF{"a":1}\r\n{"a":2}{"a":3} [\n4\n]\n\n')).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }, [4]]);
    expect(valuesOf(' \n ')).toEqual([]);
  });

  it('leaves an escape that JSON does not know as it stands', () => {
    expect(valuesOf(String.raw`["C:\Windows\MEMORY.DMP","\\\"\/\n\u0041\ud83d\ude00","\uZZ"]`)).toEqual([
      ['C:\\Windows\\MEMORY.DMP', '\\"/\nA😀', '\\uZZ'],
    ]);
  });

  it.each([
    ['{"a":1}\n{"a":1,\n{"a":3}', [{ a: 1 }, 'json-malformed', { a: 3 }]],
    ['{"a":1\n  {"a":2}', ['json-malformed', { a: 2 }]],
    ['[1,\n\n2 3\n[4]', ['json-malformed', [4]]],
    ['{"a":"cut\n{"a":2}', ['json-malformed', { a: 2 }]],
    ['garbage\n{"a":2}', ['json-malformed', { a: 2 }]],
    ['{"a" 1}', ['json-malformed']],
    ['{1:2}', ['json-malformed']],
    ['[1 2]', ['json-malformed']],
    ['[1', ['json-malformed']],
    ['["x', ['json-malformed']],
    ['"\\', ['json-malformed']],
    [`${'['.repeat(65)}`, ['json-too-deep']],
  ])('goes on behind what is no JSON: %j', (text, expected) => expect(valuesOf(text)).toEqual(expected));

  it('takes 64 levels', () =>
    expect([...readJsonValues('['.repeat(64) + ']'.repeat(64))]).toMatchObject([{ ok: true }]));

  it.each(['[', '{"', '{"a":[', '"\\', '\n{"a":"', '[1,', '\\"', '-', '{}', '\n{'])(
    'takes linear time over a megabyte of %j',
    (unit) => {
      const text = unit.repeat(Math.floor(1_000_000 / unit.length));
      const begun = process.cpuUsage();
      let count = 0;
      for (const _ of readJsonValues(text)) count++;
      expect(count).toBeGreaterThan(0);
      expect(process.cpuUsage(begun).user).toBeLessThan(3_000_000);
    },
  );

  it('answers for any text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', '\n', '1', 'true', '{"a":'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => [...readJsonValues(pieces.join(''))].length >= 0),
      { numRuns: 1000 },
    );
  });
});

describe('jsonObject', () => {
  it('takes objects of JSON.parse for what they are', () => {
    const object = jsonObject(JSON.parse('{"__proto__":1,"constructor":2}'))!;
    expect([object.get('__proto__'), object.get('constructor'), object.get('toString')]).toEqual([1, 2, undefined]);
    expect([jsonObject(null), jsonObject([]), jsonObject('x')]).toEqual([undefined, undefined, undefined]);
  });
});
