import { beatRecord, crashRecord, dumpRecord, eventRecord, inventoryRecord, RECORD_LIMITS } from '@inpage/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateRecord } from './validate-record.js';

const SCHEMAS = {
  event: eventRecord,
  crash: crashRecord,
  inventory: inventoryRecord,
  beat: beatRecord,
  dump: dumpRecord,
};
const at = '2026-07-22T12:00:00Z';
const code = (value: unknown) => {
  const result = validateRecord(value);
  return result.ok ? 'ok' : result.error.code;
};
const detail = (value: unknown) => {
  const result = validateRecord(value);
  return result.ok ? '' : result.error.detail;
};

describe('validateRecord', () => {
  it.each([
    [{ kind: 'beat', at }],
    [{ kind: 'crash', at, code: 122 }],
    [
      {
        kind: 'crash',
        at: '2026-07-22T12:00:00.123456789+14:00',
        code: '0x7A',
        parameters: ['0x0', '0xFFFFFFFFFFFFFFFF'],
      },
    ],
    [{ kind: 'inventory', at, disks: [] }],
    [{ kind: 'event', xml: '<Event/>' }],
    [{ kind: 'dump', at, code: '0x7a', parameters: [], facts: { kind: 'full' } }],
    [
      {
        kind: 'event',
        event: {
          provider: 'disk',
          eventId: 7,
          timeCreated: at,
          data: ['a', { name: 'b', value: 'c' }],
          binary: '00fF',
        },
      },
    ],
  ])('takes %j', (record) => {
    expect(validateRecord(record)).toEqual({ ok: true, value: record });
  });

  it.each([
    ['record-invalid', 'no object', 7],
    ['record-invalid', 'null', null],
    ['record-invalid', 'a list', []],
    ['record-kind-unknown', 'no kind', { at }],
    ['record-kind-unknown', 'another kind', { kind: 'smart', at }],
    ['record-kind-unknown', 'a kind that every object has', { kind: 'constructor' }],
    ['record-kind-unknown', 'a kind that is no text', { kind: ['beat'] }],
    ['record-invalid', 'a field that is missing', { kind: 'beat' }],
    ['record-invalid', 'a field that is not known', { kind: 'beat', at, extra: 1 }],
    ['record-invalid', 'a time without a zone', { kind: 'beat', at: '2026-07-22T12:00:00' }],
    ['record-invalid', 'a 64-bit value as a number', { kind: 'crash', at, code: 122, parameters: [1] }],
    [
      'record-invalid',
      'five parameters',
      { kind: 'crash', at, code: 122, parameters: ['0x1', '0x2', '0x3', '0x4', '0x5'] },
    ],
    ['record-invalid', 'a code beyond 32 bits', { kind: 'crash', at, code: 4_294_967_296 }],
    ['record-invalid', 'a null where a text may be missing', { kind: 'beat', at, agentVersion: null }],
    [
      'record-invalid',
      'an event in two clothings',
      { kind: 'event', xml: '<Event/>', event: { provider: 'disk', eventId: 7, timeCreated: at } },
    ],
    ['record-invalid', 'an event in none', { kind: 'event' }],
    ['nesting-too-deep', 'nine levels', { kind: 'beat', at, agentVersion: [[[[[[[[1]]]]]]]] }],
  ])('refuses with %s: %s', (expected, _what, value) => {
    expect(code(value)).toBe(expected);
  });

  it('names the field', () => {
    expect(
      detail({
        kind: 'inventory',
        at,
        disks: [
          { number: 0, model: 'x' },
          { number: -1, model: 'x' },
        ],
      }),
    ).toMatch(/^disks\.1\.number: /);
  });

  it('quotes a kind in short, and never more of a record', () => {
    expect(detail({ kind: 'x'.repeat(10_000) }).length).toBeLessThan(200);
  });

  it('judges nesting of any depth without recursion', () => {
    const deep = JSON.parse(`{"kind":"beat","at":${'['.repeat(100_000)}${']'.repeat(100_000)}}`) as unknown;
    expect(code(deep)).toBe('nesting-too-deep');
  });

  it('counts code points, as zod does', () => {
    const emoji = '💥'.repeat(RECORD_LIMITS.nameChars);
    expect(code({ kind: 'beat', at, computer: emoji })).toBe('ok');
    expect(code({ kind: 'beat', at, computer: `${emoji}!` })).toBe('record-invalid');
  });

  it('takes __proto__ for the unknown field that it is', () => {
    expect(code(JSON.parse(`{"kind":"beat","at":"${at}","__proto__":{"a":1}}`))).toBe('record-invalid');
  });
});

describe('the compiled validator agrees with zod', () => {
  /** Records of random values are never valid; mostly good ones with a bad field here and there are what tells. */
  const mostly = <T>(good: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: odd });
  const text = mostly(
    fc.constantFrom('disk', 'x'.repeat(64), '💥'),
    fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        '',
        '0x7a',
        '0x',
        at,
        'x'.repeat(256),
        'x'.repeat(257),
        '💥'.repeat(33),
        '💥'.repeat(129),
        '💥'.repeat(257),
      ),
    ),
  );
  const number = mostly(
    fc.integer({ min: 0, max: 255 }),
    fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(-1, 0, 255, 256, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, 2 ** 53),
    ),
  );
  const anything = fc.oneof(text, number, fc.boolean(), fc.constant(null));
  const flag = mostly<unknown>(fc.boolean(), anything);
  const name = mostly<unknown>(text, anything);
  /** A field that the contract does not have, in one record of many. */
  const extra = mostly<unknown>(fc.constant(undefined), anything);
  const driver = mostly<object>(
    fc.record({ name: text, version: text }),
    fc.record({ name: text, version: text }, { requiredKeys: [] }),
  );
  const disk = fc.record(
    {
      model: text,
      vendor: text,
      firmware: text,
      serial: text,
      busType: number,
      mediaType: number,
      number,
      sizeBytes: number,
      port: text,
      removable: flag,
      isBoot: flag,
      holdsPageFile: flag,
      driverStack: fc.oneof(fc.array(driver, { maxLength: 4 }), fc.array(driver, { minLength: 31, maxLength: 34 })),
      extra,
    },
    { requiredKeys: ['model', 'number'] },
  );
  const time = mostly(
    fc.constant(at),
    fc.oneof(
      text,
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    ),
  );
  const loose = { noNullPrototype: true } as const;
  const RECORDS = {
    beat: fc.record(
      { kind: fc.constant('beat'), at: time, computer: text, agentVersion: name, uptimeSeconds: number, extra },
      { ...loose, requiredKeys: ['kind', 'at'] },
    ),
    crash: fc.record(
      {
        kind: fc.constant('crash'),
        at: time,
        computer: text,
        code: fc.oneof(number, fc.constantFrom('0x7a', '0x1000007e', '122')),
        parameters: fc.array(mostly<string>(fc.constantFrom('0x0', '0xffffffffffffffff'), text), { maxLength: 5 }),
        source: fc.constantFrom('dump', 'event', 'reduced', 'other'),
        disk: fc.record({ model: text, serial: text }, loose),
        driverStack: fc.oneof(fc.array(driver, { maxLength: 4 }), fc.array(driver, { minLength: 31, maxLength: 34 })),
        reportId: text,
      },
      { ...loose, requiredKeys: ['kind', 'at', 'code'] },
    ),
    inventory: fc.record(
      {
        kind: fc.constant('inventory'),
        at: time,
        machine: fc.record(
          { manufacturer: text, model: name, arch: fc.constantFrom('x64', 'arm64', 'mips') },
          { ...loose, requiredKeys: [] },
        ),
        disks: fc.array(disk, { maxLength: 3 }),
      },
      { ...loose, requiredKeys: ['kind', 'at', 'disks'] },
    ),
    dump: fc.record(
      {
        kind: fc.constant('dump'),
        at: time,
        code: fc.oneof(number, fc.constantFrom('0x7a', '0x1000007e', '122')),
        parameters: fc.array(mostly<string>(fc.constantFrom('0x0', '0xffffffffffffffff'), text), { maxLength: 5 }),
        facts: fc.record(
          {
            kind: text,
            upTimeMs: number,
            complete: flag,
            storage: fc.record(
              {
                recorded: number,
                succeeded: number,
                unclear: number,
                outstanding: fc.array(fc.record({ opcode: number, ageMs: number }, loose), { maxLength: 2 }),
                failed: fc.constant([]),
              },
              loose,
            ),
            unloadedDrivers: fc.array(name, { maxLength: 2 }),
            warnings: fc.oneof(fc.constant([]), fc.array(text, { minLength: 63, maxLength: 66 })),
            extra,
          },
          { ...loose, requiredKeys: ['kind'] },
        ),
        fileBytes: number,
        sha256: mostly<string>(fc.constant('0'.repeat(64)), text),
      },
      { ...loose, requiredKeys: ['kind', 'at', 'code', 'parameters', 'facts'] },
    ),
    event: fc.record(
      {
        kind: fc.constant('event'),
        computer: text,
        event: fc.record(
          {
            provider: text,
            eventId: number,
            qualifiers: number,
            recordId: mostly<string>(fc.constantFrom('1', '1'.repeat(20)), fc.constantFrom('', 'x', '1'.repeat(21))),
            timeCreated: time,
            data: fc.array(
              fc.oneof(
                text,
                mostly<object>(fc.record({ name: text, value: text }, { ...loose, requiredKeys: ['value'] }), driver),
              ),
              { maxLength: 4 },
            ),
            // Whether it is hex is judged by the reader of events; observe.spec.ts has that.
            binary: mostly(fc.constantFrom('', '00', 'fF'), fc.constant('0'.repeat(65_538))),
          },
          { ...loose, requiredKeys: ['provider', 'eventId', 'timeCreated'] },
        ),
      },
      { ...loose, requiredKeys: ['kind', 'event'] },
    ),
  };

  it.each(Object.keys(RECORDS) as (keyof typeof RECORDS)[])('on %s records', (kind) => {
    let valid = 0;
    fc.assert(
      fc.property(RECORDS[kind] as fc.Arbitrary<object>, (generated) => {
        const record: unknown = JSON.parse(JSON.stringify(generated));
        const agreed = SCHEMAS[kind].safeParse(record).success;
        valid += Number(agreed);
        expect(validateRecord(record).ok).toBe(agreed);
      }),
      { numRuns: 400 },
    );
    expect(valid, 'a fair share of them is valid').toBeGreaterThan(20);
    expect(valid, 'and a fair share is not').toBeLessThan(380);
  });
});
