import { gzipSync } from 'node:zlib';
import { SENT_AT_HEADER } from '@inpage/contracts';
import { beatRecord, crashRecord, eventsOfStop, inventoryRecord, toUtf16le, writeEvent } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestUnderTest, type Answer, type IngestUnderTest, type Sent } from './ingest-under-test.fixture.js';

const NOON = Date.UTC(2026, 6, 22, 12);
let second = 0;
/** A beat that nobody sent before. */
const beat = () => beatRecord('pc-healthy', new Date(NOON + 1000 * second++));
const event = (recordId: number) =>
  writeEvent(
    'service',
    { service: 'wuauserv', state: 'running', time: new Date(NOON), recordId, computer: 'pc-healthy' },
    'wevtutil',
  );
const ndjson = (records: readonly unknown[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const said = ({ body }: Answer): string[] =>
  body.receipts.map((one: { status: string; code?: string }) => one.code ?? one.status);

let ingest: IngestUnderTest;
let small: IngestUnderTest;
beforeAll(async () => {
  ingest = await ingestUnderTest();
  small = await ingestUnderTest({
    INPAGE_MAX_BODY_MB: '0.01',
    INPAGE_MAX_INFLATED_MB: '0.1',
    INPAGE_MAX_RECORDS: '10',
  });
});
afterAll(async () => {
  await ingest.drop();
  await small.drop();
});

describe('records are taken', () => {
  it.each<[string, () => Sent]>([
    ['as one JSON object', () => ({ body: beat() })],
    [
      'as a JSON array',
      () => ({
        body: [
          beat(),
          inventoryRecord('pc-healthy', new Date(NOON + second++)),
          crashRecord('pc-healthy', new Date(NOON + second++)),
        ],
      }),
    ],
    ['as NDJSON', () => ({ body: ndjson([beat(), beat()]), type: 'application/x-ndjson' })],
    ['as NDJSON under its other names', () => ({ body: ndjson([beat()]), type: 'application/jsonl' })],
    [
      'as gzip',
      () => ({
        body: gzipSync(ndjson([beat(), beat()])),
        type: 'application/x-ndjson',
        headers: { 'content-encoding': 'gzip' },
      }),
    ],
    [
      'as gzip under another case',
      () => ({ body: gzipSync(JSON.stringify(beat())), headers: { 'content-encoding': 'GZip' } }),
    ],
    ['as XML in UTF-8', () => ({ body: event(++second) + event(++second), type: 'application/xml' })],
    ['as XML in UTF-16LE', () => ({ body: toUtf16le(event(++second)) as never, type: 'text/xml; charset=utf-16' })],
    [
      'as XML in gzip',
      () => ({
        body: gzipSync(toUtf16le(event(++second))),
        type: 'application/xml',
        headers: { 'content-encoding': 'gzip' },
      }),
    ],
    ['with a charset behind the type', () => ({ body: beat(), type: 'Application/JSON; charset=utf-8' })],
  ])('%s', async (_how, make) => {
    const answer = await ingest.send(make());
    expect(answer.status).toBe(200);
    expect(new Set(said(answer))).toEqual(new Set(['accepted']));
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    for (const { id } of answer.body.receipts)
      expect(await ingest.ask('select count(*)::int as n from record where id = $1', [id])).toEqual([{ n: 1 }]);
  });

  it('in order, with one receipt each; one bad record does not sink the others', async () => {
    const [one, two] = [beat(), beat()];
    const answer = await ingest.send({
      body: [one, { kind: 'nonsense' }, two, one, { ...beat(), computer: undefined }, { ...beat(), at: 'noon' }],
    });
    expect(answer.status).toBe(200);
    expect(said(answer)).toEqual([
      'accepted',
      'record-kind-unknown',
      'accepted',
      'duplicate',
      'record-machine-missing',
      'record-invalid',
    ]);
    expect(answer.body).toMatchObject({ accepted: 2, duplicate: 1, rejected: 3 });
    expect(answer.body.receipts[3].id).toBe(answer.body.receipts[0].id);
  });

  it('again with the same receipt, marked as duplicate, in whatever clothing they come', async () => {
    const first = await ingest.receipts({ body: [beat(), crashRecord('pc-bad-ssd', new Date(NOON))] });
    second--;
    const again = await ingest.receipts({
      body: ndjson([beat(), crashRecord('pc-bad-ssd', new Date(NOON))]),
      type: 'application/x-ndjson',
    });
    expect(again.receipts).toEqual(first.receipts.map((receipt) => ({ ...receipt, status: 'duplicate' })));
  });

  it('and the worker is woken once they are committed', async () => {
    const before = ingest.wakes();
    await ingest.send({ body: beat() });
    expect(ingest.wakes()).toBe(before + 1);
  });

  it('from a hundred senders at once, each with its own answer', async () => {
    const records = Array.from({ length: 100 }, () => beat());
    const answers = await Promise.all(records.map((record) => ingest.send({ body: [record, { kind: 'nonsense' }] })));
    for (const answer of answers) expect(said(answer)).toEqual(['accepted', 'record-kind-unknown']);
    expect(new Set(answers.map(({ body }) => body.receipts[0].id)).size).toBe(100);
  });

  it('and digested into a crash', async () => {
    const { lastAlive, kernelPower, bugcheck } = eventsOfStop('pc-bad-ram', { stoppedAt: new Date(NOON) });
    await ingest.send({ body: [bugcheck] });
    await ingest.send({
      body: gzipSync(ndjson([kernelPower, lastAlive])),
      type: 'application/x-ndjson',
      headers: { 'content-encoding': 'gzip' },
    });
    await ingest.digest();
    const crashes = await ingest.ask(
      `select c.records, c.grade from crash c join machine m on m.id = c.machine_id where m.computer = 'pc-bad-ram'`,
    );
    expect(crashes).toEqual([{ records: 3, grade: 'B' }]);
  });
});

describe('a request is refused', () => {
  const gzip = { 'content-encoding': 'gzip' };
  it.each<[string, number, string, () => Sent]>([
    ['credential-missing', 401, 'nobody says who sends', () => ({ body: beat(), bearer: null })],
    [
      'credential-invalid',
      401,
      'the secret is not known',
      () => ({ body: beat(), bearer: 'ike_00000000000000000000' }),
    ],
    ['credential-invalid', 401, 'the secret is none', () => ({ body: beat(), bearer: 'a b' })],
    ['content-type-unsupported', 415, 'the type is not read here', () => ({ body: 'a,b', type: 'text/csv' })],
    ['content-type-unsupported', 415, 'there is no type', () => ({ body: Buffer.from('{}'), type: '' })],
    [
      'content-encoding-unsupported',
      415,
      'the encoding is not read here',
      () => ({ body: 'x', headers: { 'content-encoding': 'br' } }),
    ],
    ['body-malformed', 400, 'it is no gzip', () => ({ body: 'no gzip', headers: gzip })],
    [
      'body-malformed',
      400,
      'the gzip ends too early',
      () => ({ body: gzipSync(JSON.stringify(beat())).subarray(0, -9), headers: gzip }),
    ],
    ['body-malformed', 400, 'it is no JSON', () => ({ body: '{"kind":' })],
    [
      'body-malformed',
      400,
      'the XML is in a code page',
      () => ({ body: '<?xml version="1.0" encoding="ibm850"?><Event/>', type: 'application/xml' }),
    ],
    ['body-empty', 400, 'it is empty', () => ({ body: '' })],
    ['body-empty', 400, 'it is an empty list', () => ({ body: [] })],
    ['body-empty', 400, 'it is blank lines', () => ({ body: '\n\n', type: 'application/x-ndjson' })],
    ['body-too-large', 413, 'the body is larger than the limit', () => ({ body: `[${' '.repeat(20_000)}]` })],
    [
      'body-inflates-too-large',
      413,
      'a small body inflates beyond the limit',
      () => ({ body: gzipSync(' '.repeat(500_000)), headers: gzip }),
    ],
    ['records-too-many', 413, 'there are too many records', () => ({ body: Array.from({ length: 11 }, () => 7) })],
    ['record-invalid', 422, 'not one record can be taken', () => ({ body: [7, { kind: 'nonsense' }] })],
  ])('with %s (%i): %s', async (code, status, _why, make) => {
    const answer = await small.send(make());
    expect(answer.body).toMatchObject({ type: `/problems/${code}`, code, status });
    expect(answer.body.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await small.ask('select count(*)::int as n from record')).toEqual([{ n: 0 }]);
  });

  it('with credential-forbidden (403): an API token reads, it does not send', async () => {
    expect(await small.send({ body: beat(), bearer: await small.grant('api') })).toMatchObject({
      status: 403,
      body: { code: 'credential-forbidden' },
    });
  });

  it('with credential-invalid (401) once its credential has expired', async () => {
    const bearer = await small.grant('enrolment', new Date(Date.now() - 1000));
    expect(await small.send({ body: beat(), bearer })).toMatchObject({
      status: 401,
      body: { code: 'credential-invalid' },
    });
  });

  it('whole, with a receipt for each record that says why', async () => {
    const answer = await small.send({ body: [7, { kind: 'nonsense' }] });
    expect(said(answer)).toEqual(['record-invalid', 'record-kind-unknown']);
  });

  it('when a body of no declared length grows beyond the limit', async () => {
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(Buffer.alloc(8192, 0x20)),
    });
    const answer = await fetch(`${small.url}/v1/records`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { authorization: `Bearer ${small.key}`, 'content-type': 'application/json' },
    } as never).catch((error: Error) => error);
    expect(answer instanceof Error || answer.status === 413).toBe(true);
    expect(await small.send({ body: beat() })).toMatchObject({ status: 200 });
    await small.ask('truncate record_chunk, digest_pending');
  });

  it('does not inflate a bomb: a megabyte that would become a gigabyte takes no time', async () => {
    const bomb = gzipSync(Buffer.alloc(9_000_000));
    const started = performance.now();
    expect((await small.send({ body: bomb, headers: gzip })).status).toBe(413);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('counts refusals by their code', async () => {
    expect(await small.metrics.registry.getSingleMetricAsString('inpage_requests_refused_total')).toContain(
      '{code="body-empty"}',
    );
    expect(await small.metrics.registry.getSingleMetricAsString('inpage_records_rejected_total')).toContain(
      '{code="record-kind-unknown"} ',
    );
  });

  it('logs nothing of it: a refusal is not our fault', () => {
    expect(small.logged).toEqual([]);
  });
});

describe('the clock of the sender', () => {
  const skewOf = async (sentAt: string | undefined) => {
    const { receipts } = await ingest.receipts({
      body: beat(),
      headers: sentAt === undefined ? {} : { [SENT_AT_HEADER]: sentAt },
    });
    const [row] = await ingest.ask('select observed_at, clock_skew_ms from record where id = $1', [
      (receipts[0] as { id: string }).id,
    ]);
    return row!['clock_skew_ms'] as number | null;
  };

  it('is measured and stored beside the raw time', async () => {
    const hour = 3_600_000;
    expect(await skewOf(new Date(Date.now() - hour).toISOString())).toBeGreaterThanOrEqual(hour);
    expect(await skewOf(new Date(Date.now() + hour).toISOString())).toBeLessThan(1000 - hour);
    expect(Math.abs((await skewOf(new Date().toISOString()))!)).toBeLessThan(1000);
  });

  it.each([[undefined], ['yesterday'], ['']])('is not known from %j', async (sentAt) => {
    expect(await skewOf(sentAt)).toBeNull();
  });

  it('is told as far as 24 days', async () => {
    expect(await skewOf('1970-01-01T00:00:00Z')).toBe(2_147_483_647);
    expect(await skewOf('9999-01-01T00:00:00Z')).toBe(-2_147_483_647);
  });
});
