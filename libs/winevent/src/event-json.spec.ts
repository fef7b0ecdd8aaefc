import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEventJson } from './event-json.js';

const GOOD = { provider: 'disk', eventId: 7, timeCreated: '2026-07-22T10:00:00.1234567Z' };
const read = (more: object) => readEventJson({ ...GOOD, ...more });
const valueOf = (more: object) => {
  const result = read(more);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

describe('readEventJson', () => {
  it('reads the members of an event', () => {
    const value = valueOf({
      qualifiers: 49156,
      version: 0,
      level: 2,
      channel: 'System',
      computer: 'PC7',
      recordId: 12,
      binary: '0fab',
      kind: 'event',
    });
    expect(value).toEqual({
      provider: 'disk',
      eventId: 7,
      qualifiers: 49156,
      version: 0,
      level: 2,
      channel: 'System',
      computer: 'PC7',
      recordId: '12',
      timeRaw: '2026-07-22T10:00:00.1234567Z',
      timeMs: Date.UTC(2026, 6, 22, 10, 0, 0, 123),
      data: [],
      binary: '0FAB',
    });
  });

  it.each<[string, object, number, number | undefined]>([
    ['a number', { eventId: 41 }, 41, undefined],
    ['a text', { eventId: '41', qualifiers: '3' }, 41, 3],
    ['an object', { eventId: { id: '41', qualifiers: 0 } }, 41, 0],
    ['an object beside qualifiers', { eventId: { id: 41 }, qualifiers: 5 }, 41, 5],
  ])('reads an event id that is %s', (_, more, eventId, qualifiers) => {
    expect(valueOf(more)).toMatchObject({ eventId });
    expect(valueOf(more).qualifiers).toBe(qualifiers);
  });

  it.each<[string, unknown, object[]]>([
    ['a list of texts', ['a', ''], [{ value: 'a' }, { value: '' }]],
    [
      'a list of pairs',
      [{ name: 'n', value: 'a' }, { value: 3 }, { name: null, value: 'c' }],
      [{ name: 'n', value: 'a' }, { value: '3' }, { value: 'c' }],
    ],
    [
      'a map',
      { b: 'x', a: 122 },
      [
        { name: 'b', value: 'x' },
        { name: 'a', value: '122' },
      ],
    ],
    [
      'a map with a name that objects know',
      JSON.parse('{"__proto__":"x","constructor":"y"}'),
      [
        { name: '__proto__', value: 'x' },
        { name: 'constructor', value: 'y' },
      ],
    ],
    ['null', null, []],
  ])('reads data that is %s', (_, data, expected) => expect(valueOf({ data }).data).toEqual(expected));

  it('drops leading zeros of a record id and keeps all its 64 bits', () => {
    expect(valueOf({ recordId: '007' }).recordId).toBe('7');
    expect(valueOf({ recordId: '0' }).recordId).toBe('0');
    expect(valueOf({ recordId: '18446744073709551615' }).recordId).toBe('18446744073709551615');
  });

  it('reads an event that comes as XML', () => {
    const xml =
      "<Event><System><Provider Name='disk'/><EventID>7</EventID><TimeCreated SystemTime='2026-07-22T10:00:00Z'/></System></Event>";
    expect(readEventJson({ xml })).toMatchObject({ ok: true, value: { provider: 'disk', eventId: 7 } });
    expect(readEventJson({ xml: xml + xml })).toMatchObject({ ok: false, error: { code: 'events-too-many' } });
    expect(readEventJson({ xml: 7 })).toMatchObject({
      ok: false,
      error: { code: 'field-invalid', detail: 'xml is not a text' },
    });
  });

  it.each<[string, object, string]>([
    ['no provider', { provider: undefined }, 'provider-missing'],
    ['a provider that is a number', { provider: 5 }, 'field-invalid'],
    ['no event id', { eventId: null }, 'event-id-invalid'],
    ['a negative event id', { eventId: -1 }, 'event-id-invalid'],
    ['an event id with a fraction', { eventId: 1.5 }, 'field-invalid'],
    ['a time without a zone', { timeCreated: '2026-07-22T10:00:00' }, 'time-invalid'],
    ['a time that is a number', { timeCreated: 1 }, 'field-invalid'],
    ['a record id that JSON rounded', { recordId: 2 ** 53 }, 'field-invalid'],
    ['a channel beyond its bound', { channel: 'c'.repeat(257) }, 'field-invalid'],
    ['data that is a text', { data: 'a' }, 'data-invalid'],
    ['a value that JSON rounded', { data: { BugcheckParameter2: 2 ** 64 - 2 ** 30 } }, 'data-invalid'],
    ['a value that is a boolean', { data: [{ value: true }] }, 'data-invalid'],
    ['an entry without a value', { data: [{ name: 'a' }] }, 'data-invalid'],
    ['257 entries', { data: Array(257).fill('') }, 'data-too-many'],
    [
      'a map of 257',
      { data: Object.fromEntries(Array.from({ length: 257 }, (_, i) => [`n${i}`, ''])) },
      'data-too-many',
    ],
    ['a value beyond 64 KiB', { data: ['x'.repeat(65_537)] }, 'data-value-too-long'],
    ['a name beyond 128', { data: { ['n'.repeat(129)]: '' } }, 'data-name-too-long'],
    ['blanks in binary', { binary: '0F AB' }, 'binary-invalid'],
  ])('refuses %s', (_, more, code) => expect(read(more)).toMatchObject({ ok: false, error: { code } }));

  it('says which value is at fault', () => {
    expect(read({ data: ['a', 'x'.repeat(65_537)] })).toMatchObject({
      error: { detail: 'data 2 is longer than 65536 characters' },
    });
    expect(read({ level: {} })).toMatchObject({ error: { detail: 'level is not a whole number' } });
  });

  it('answers for any value at all', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof readEventJson(value).ok === 'boolean'));
    const fields = fc.record({
      provider: fc.anything(),
      eventId: fc.anything(),
      data: fc.anything(),
      recordId: fc.anything(),
      timeCreated: fc.constant(GOOD.timeCreated),
    });
    fc.assert(fc.property(fields, (value) => typeof readEventJson(value).ok === 'boolean'));
  });
});
