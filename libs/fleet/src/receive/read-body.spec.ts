import { RECORD_LIMITS } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import { toUtf16le, writeEvent } from '@inpage/testing';
import { describe, expect, it } from 'vitest';
import { readBody, type BodyType } from './read-body.js';

const beat = (second: number) => ({ kind: 'beat', at: `2026-07-22T12:00:${String(second).padStart(2, '0')}Z` });
const line = (second: number) => JSON.stringify(beat(second));
const event = (recordId: number) =>
  writeEvent(
    'service',
    { service: 'wuauserv', state: 'running', time: new Date('2026-07-22T12:00:00Z'), recordId, computer: 'pc-healthy' },
    'wevtutil',
  );

const read = (type: BodyType, body: string | Uint8Array, max = 100) => readBody(type, Buffer.from(body as string), max);
/** `ok`, or the code of each rejection, in the order of the body. */
const outcomes = (type: BodyType, body: string | Uint8Array, max = 100) =>
  read(type, body, max).map((found) => (found.ok ? 'ok' : found.error.code));
const refusal = (type: BodyType, body: string | Uint8Array, max = 100) => {
  try {
    return outcomes(type, body, max);
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

describe('a JSON body', () => {
  it('is one record or a list of them', () => {
    expect(read('json', line(1))).toEqual([{ ok: true, value: beat(1) }]);
    expect(read('json', `[${line(1)},${line(2)}]`).map((found) => found.ok && found.value)).toEqual([beat(1), beat(2)]);
  });

  it('may begin with a byte order mark', () => {
    expect(outcomes('json', `\uFEFF${line(1)}`)).toEqual(['ok']);
  });

  it('does not sink with one bad record', () => {
    expect(outcomes('json', `[${line(1)}, 7, {"kind":"nonsense"}, ${line(2)}]`)).toEqual([
      'ok',
      'record-invalid',
      'record-kind-unknown',
      'ok',
    ]);
  });

  it.each([
    ['body-malformed', `[${line(1)},`],
    ['body-malformed', 'no JSON'],
    ['body-malformed', Buffer.from([0x22, 0xff, 0x22])],
    ['body-empty', ''],
    ['body-empty', '[]'],
    ['records-too-many', `[${Array.from({ length: 101 }, (_, i) => line(i % 60)).join()}]`],
  ])('is refused with %s: %s', (code, body) => {
    expect(refusal('json', body)).toBe(code);
  });

  it('says where it broke', () => {
    expect(() => read('json', '[{"kind":"beat" oops}]')).toThrow(/position 16/);
  });
});

describe('an NDJSON body', () => {
  it('is one record a line, with any line end, with or without the last one', () => {
    expect(outcomes('ndjson', `${line(1)}\n${line(2)}\r\n${line(3)}`)).toEqual(['ok', 'ok', 'ok']);
    expect(outcomes('ndjson', `${line(1)}\n`)).toEqual(['ok']);
  });

  it('may have blank lines, which are no records', () => {
    expect(outcomes('ndjson', `\n\r\n${line(1)}\n \t\n\n${line(2)}\n\n`)).toEqual(['ok', 'ok']);
  });

  it('does not sink with one bad line, whatever is bad in it', () => {
    const body = Buffer.concat([
      Buffer.from(`${line(1)}\n{"kind":\n`),
      Buffer.from([0xc3, 0x28, 0x0a]),
      Buffer.from(line(2)),
    ]);
    expect(outcomes('ndjson', body)).toEqual(['ok', 'body-malformed', 'body-malformed', 'ok']);
  });

  it('does not parse a line that is longer than a record may be', () => {
    const long = `{"kind":"event","xml":"${'x'.repeat(RECORD_LIMITS.recordBytes)}"}`;
    expect(outcomes('ndjson', `${line(1)}\n${long}\n${line(2)}`)).toEqual(['ok', 'record-too-large', 'ok']);
  });

  it.each([
    ['body-empty', ''],
    ['body-empty', '\n\n \r\n'],
    ['records-too-many', Array.from({ length: 101 }, (_, i) => line(i % 60)).join('\n')],
  ])('is refused with %s', (code, body) => {
    expect(refusal('ndjson', body)).toBe(code);
  });

  it('counts bad lines as records, so that junk cannot pass the limit', () => {
    expect(refusal('ndjson', 'x\n'.repeat(101))).toBe('records-too-many');
  });
});

describe('an XML body', () => {
  const two = event(1) + event(2);

  it.each([
    ['UTF-8', Buffer.from(two)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${two}`)],
    ['UTF-16LE with a byte order mark', toUtf16le(two)],
    ['UTF-16LE without one', toUtf16le(two, { bom: false })],
    ['UTF-8 inside <Events>', Buffer.from(`<?xml version="1.0" encoding="utf-8"?><Events>${two}</Events>`)],
  ])('is read: %s', (_encoding, bytes) => {
    expect(
      read('xml', bytes).map((found) => found.ok && 'event' in found.value && found.value.event?.recordId),
    ).toEqual(['1', '2']);
  });

  it('does not sink with one bad event', () => {
    expect(outcomes('xml', `${event(1)}<Event><System></Event>${event(2)}`)).toEqual(['ok', 'record-invalid', 'ok']);
  });

  it.each([
    ['body-empty', ''],
    ['body-empty', '   '],
    ['body-malformed', '<?xml version="1.0" encoding="koi8-r"?><Event/>'],
    ['records-too-many', Array.from({ length: 101 }, (_, i) => event(i)).join('')],
  ])('is refused with %s', (code, body) => {
    expect(refusal('xml', body)).toBe(code);
  });
});
