import { RECORD_LIMITS } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import { EVENT_COLLECTORS, writeCollected, type EventCollector } from '@inpage/testing';
import { canonicalEvent, diskEvent, readEvents, stopEvidence } from '@inpage/winevent';
import { describe, expect, it } from 'vitest';
import { BODY_TYPES, readBody, type BodyType, type FoundOrRejected } from './read-body.js';

const FRAME = {
  time: new Date('2026-07-22T10:00:00.123Z'),
  ticks: 4567,
  computer: 'pc7.corp.example',
};
/** What a double would round. The writer of OTLP's maps has them through one itself. */
const bigId = (collector: EventCollector) => (/^otlp-(?!raw)/.test(collector) ? 4711n : 2n ** 63n + 1n);
const PARAMETERS = [0xffffc1049a602ec0n, 0xffffffffc000000en, 0x2454628c0n, 0xfffff8053c2b0000n] as const;
const stop = (collector: EventCollector) =>
  writeCollected('1001', { ...FRAME, recordId: bigId(collector), code: 0x7a, parameters: PARAMETERS }, collector);
const disk = (collector: EventCollector, recordId: number | bigint = 7) =>
  writeCollected('disk-51', { ...FRAME, recordId, disk: 1, status: 0xc000000e, srbStatus: 8, lba: 6291568 }, collector);
const BEAT = '{"kind":"beat","at":"2026-07-22T12:00:00Z"}';

const read = (type: BodyType, body: string, max = 100) => readBody(type, Buffer.from(body), max);
const eventOf = (found: FoundOrRejected | undefined) => {
  if (!found?.ok || found.value.kind !== 'event-collected') throw new Error(JSON.stringify(found));
  return found.value.event;
};
const said = (found: readonly FoundOrRejected[]) =>
  found.map((one) =>
    one.ok ? (one.value.kind === 'event-collected' ? one.value.event.recordId : one.value.kind) : one.error.code,
  );
const refusal = (type: BodyType, body: string, max = 100) => {
  try {
    return said(read(type, body, max));
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

describe.each(EVENT_COLLECTORS)('what %s sends', (collector) => {
  // Winlogbeat's `_bulk` is NDJSON by nature; the others are one JSON value, on a line or not.
  const types: BodyType[] = collector === 'winlogbeat' ? ['ndjson', 'json'] : ['json', 'ndjson'];

  it.each(types)('is a stop and a disk error, with every digit, as %s', (type) => {
    for (const body of [stop(collector), disk(collector)]) {
      const [direct] = [...readEvents(body)];
      if (!direct?.ok) throw new Error(JSON.stringify(direct));
      const found = read(type, body);
      expect(found).toHaveLength(1);
      const event = eventOf(found[0]);
      expect(canonicalEvent(event)).toBe(canonicalEvent(direct.value));
      expect(stopEvidence(event)).toEqual(stopEvidence(direct.value));
      expect(diskEvent(event)).toEqual(diskEvent(direct.value));
    }
    expect(stopEvidence(eventOf(read(type, stop(collector))[0]))).toMatchObject({ code: 0x7a, parameters: PARAMETERS });
    expect(diskEvent(eventOf(read(type, disk(collector))[0]))).toMatchObject({ kind: 'paging-error' });
  });

  it('stands beside records of ours, in the order of the body', () => {
    const lines = `${BEAT}\n${disk(collector)}\n${BEAT}\n${stop(collector)}\n`;
    const id = (own: string) => (collector === 'osquery' ? undefined : own);
    expect(said(read('ndjson', lines))).toEqual(['beat', id('7'), 'beat', id(String(bigId(collector)))]);
  });
});

describe('collected events', () => {
  const otlp = (bodies: readonly string[]) =>
    `{"resourceLogs":[{"scopeLogs":[{"logRecords":[${bodies.map((body) => `{"body":{"stringValue":${JSON.stringify(body)}}}`).join()}]}]}]}`;
  const xml = (recordId: number) =>
    `<Event><System><Provider Name='disk'/><EventID>7</EventID><EventRecordID>${recordId}</EventRecordID><TimeCreated SystemTime='2026-07-22T10:00:00Z'/></System></Event>`;

  it('of one envelope have one receipt each, those that are none too', () => {
    expect(said(read('json', otlp([xml(1), 'Service started', xml(2)])))).toEqual(['1', 'record-invalid', '2']);
  });

  it('are bounded in number like records, however few values they come in', () => {
    const many = otlp(Array.from({ length: 11 }, (_, i) => xml(i)));
    expect(read('json', many, 11)).toHaveLength(11);
    expect(refusal('json', many, 10)).toBe('records-too-many');
    expect(refusal('ndjson', `${BEAT}\n${many}`, 11)).toBe('records-too-many');
    expect(refusal('ndjson', '{"index":{}}\n'.repeat(11), 10)).toBe('records-too-many');
    expect(refusal('json', '{"index":{}}'.repeat(21), 10)).toBe('records-too-many');
  });

  it('make no more work than as many events may, in whatever the values stand', () => {
    const crowd = `{"resourceLogs":[${'{},'.repeat(5000)}{}]}`;
    expect(refusal('json', crowd, 10)).toBe('records-too-many');
    expect(refusal('json', crowd.slice(0, -1), 10)).toBe('records-too-many');
    expect(refusal('json', `[${BEAT},${crowd}]`, 10)).toBe('records-too-many');
    expect(refusal('ndjson', `${crowd.slice(0, 5000)}]}\n`.repeat(5), 10)).toBe('records-too-many');
    expect(refusal('json', `{"streams":[{"values":[["1","${'\\\\'.repeat(6000)}"]]}]}`, 10)).toBe('records-too-many');
    expect(refusal('json', crowd, Infinity)).toBe('body-empty');
  });

  it('in a list beside records of ours keep all that JSON.parse would lose', () => {
    const body = `[${BEAT},${disk('osquery')},{"kind":"nonsense"},${stop('vector')},7]`;
    const found = read('json', body);
    expect(said(found)).toEqual(['beat', undefined, 'record-kind-unknown', String(bigId('vector')), 'record-invalid']);
    expect(diskEvent(eventOf(found[1]))).toMatchObject({ status: 0xc000000e, diskNumber: 1 });
  });

  it('may follow one another without commas, as Splunk HEC takes them', () => {
    expect(said(read('json', disk('splunk-hec', 1) + disk('splunk-hec', 2)))).toEqual(['1', '2']);
    expect(refusal('json', BEAT + BEAT)).toBe('body-malformed');
    expect(refusal('json', `${disk('splunk-hec')}{"hello":1}`)).toBe('body-malformed');
    expect(refusal('json', `${disk('splunk-hec')}{"event"`)).toBe('body-malformed');
  });

  it('that announce or wrap nothing leave nothing to answer', () => {
    expect(refusal('json', '{"resourceLogs":[]}')).toBe('body-empty');
    expect(refusal('ndjson', '{"create":{}}')).toBe('body-empty');
  });

  it('are told from a record whose kind is forgotten', () => {
    const [found] = read('json', '{"at":"2026-07-22T12:00:00Z"}');
    expect(found).toMatchObject({ ok: false, error: { code: 'record-kind-unknown' } });
    expect(JSON.stringify(found)).toContain('no collected event');
  });

  it('nested beyond any collector are refused alone', () => {
    const deep = `{"resourceLogs":${'['.repeat(100)}${']'.repeat(100)}}`;
    expect(said(read('ndjson', `${deep}\n${BEAT}`))).toEqual(['nesting-too-deep', 'beat']);
    expect(said(read('json', `[${deep},${BEAT}]`))).toEqual(['nesting-too-deep', 'beat']);
  });

  it('on a line that is longer than a record may be are not parsed', () => {
    const long = otlp([xml(1), ' '.repeat(RECORD_LIMITS.recordBytes)]);
    expect(said(read('ndjson', `${long}\n${BEAT}`))).toEqual(['record-too-large', 'beat']);
    expect(said(read('json', long))[0]).toBe('1');
  });

  it('are not found in bodies that were stored before anybody looked for them', () => {
    expect(BODY_TYPES).toMatchObject({ 'own-json': 1, 'own-ndjson': 2 });
    const body = otlp([xml(1), xml(2)]);
    expect(said(read('own-json', `[${body},${BEAT}]`))).toEqual(['record-kind-unknown', 'beat']);
    expect(said(read('own-ndjson', `${body}\n${BEAT}`))).toEqual(['record-kind-unknown', 'beat']);
  });
});
