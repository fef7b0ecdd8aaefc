import { hashSecret } from '@inpage/fleet';
import { beatRecord, eventRecord } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestUnderTest, type IngestUnderTest } from './ingest-under-test.fixture.js';

const GUID = 'f1c0ffee-0000-4000-8000-000000000001';
const NOON = new Date('2026-07-22T12:00:00Z');

let ingest: IngestUnderTest;
beforeAll(async () => {
  ingest = await ingestUnderTest();
});
afterAll(() => ingest.drop());

describe('enrolment', () => {
  it('gives a machine its own credential, which is good for its own records', async () => {
    const { status, body } = await ingest.enrol('PC-BAD-SSD', { machineGuid: GUID.toUpperCase() });
    expect(status).toBe(201);
    const { receipts } = await ingest.receipts({
      body: beatRecord('pc-bad-ssd', NOON, { computer: undefined }),
      bearer: body.secret,
    });
    expect(receipts).toMatchObject([{ status: 'accepted' }]);
    expect(await ingest.ask('select machine_id from record')).toEqual([{ machine_id: body.machineId }]);
  });

  it('keeps no secret', async () => {
    const { body } = await ingest.enrol('pc-healthy');
    const [{ text } = { text: '' }] = await ingest.ask('select string_agg(c::text, $1) as text from credential c', [
      '\n',
    ]);
    expect(text).not.toContain(body.secret.slice(4));
  });

  it('is for the records of that machine only', async () => {
    const { body } = await ingest.enrol('pc-bad-ram');
    const answer = await ingest.send({
      body: [beatRecord('pc-healthy', NOON), beatRecord('pc-bad-ram', NOON)],
      bearer: body.secret,
    });
    expect(answer.body.receipts).toMatchObject([
      { status: 'rejected', code: 'record-machine-mismatch' },
      { status: 'accepted' },
    ]);
  });

  it('takes an event whatever computer it names, because PCs are renamed', async () => {
    const { body } = await ingest.enrol('pc-bad-ram');
    const answer = await ingest.receipts({
      body: eventRecord('pc-healthy', '1000', NOON, { code: 0x7a, parameters: [1n, 2n, 3n, 4n] }),
      bearer: body.secret,
    });
    expect(answer.accepted).toBe(1);
  });

  it('adopts what a collector told of this machine before', async () => {
    await ingest.send({ body: beatRecord('pc-healthy', new Date(NOON.getTime() + 1), { computer: 'PC-LATE' }) });
    const { body } = await ingest.enrol('pc-late', { machineGuid: 'f1c0ffee-0000-4000-8000-000000000077' });
    expect(await ingest.ask(`select id from machine where computer = 'pc-late'`)).toEqual([{ id: body.machineId }]);
    const again = await ingest.receipts({
      body: beatRecord('pc-healthy', new Date(NOON.getTime() + 1), { computer: undefined }),
      bearer: body.secret,
    });
    expect(again.duplicate).toBe(1);
  });

  it('again revokes the former credential', async () => {
    const first = await ingest.enrol('pc-bad-ssd', { machineGuid: GUID });
    const second = await ingest.enrol('pc-bad-ssd', { machineGuid: GUID });
    expect(second.body.machineId).toBe(first.body.machineId);
    const beat = beatRecord('pc-bad-ssd', NOON);
    expect(await ingest.send({ body: beat, bearer: second.body.secret })).toMatchObject({ status: 200 });
    expect(await ingest.send({ body: beat, bearer: first.body.secret })).toMatchObject({
      status: 401,
      body: { code: 'credential-invalid' },
    });
  });

  it('needs a key that is not revoked, as sending does', async () => {
    const bearer = await ingest.grant('enrolment');
    await ingest.ask('update credential set revoked_at = now() where secret_hash = $1', [hashSecret(bearer)]);
    for (const answer of [
      await ingest.send({ body: beatRecord('pc-healthy', NOON), bearer }),
      await ingest.enrol('pc-healthy', {}, bearer),
    ]) {
      expect(answer).toMatchObject({ status: 401, body: { code: 'credential-invalid' } });
    }
  });
});

describe('enrolment is refused', () => {
  let fresh: IngestUnderTest;
  beforeAll(async () => {
    fresh = await ingestUnderTest();
  });
  afterAll(() => fresh.drop());

  it.each([
    ['request-invalid', 400, 'without a name', {}],
    ['request-invalid', 400, 'with a name of which nothing is left', { computer: '\u0000 ' }],
    ['request-invalid', 400, 'with a GUID that is none', { computer: 'pc', machineGuid: 'x' }],
    ['request-invalid', 400, 'with a field that is not known', { computer: 'pc', user: 'alice' }],
    ['body-too-large', 413, 'with more than it can mean', { computer: 'x'.repeat(5000) }],
  ])('with %s (%i) %s', async (code, status, _why, request) => {
    const body = await fresh.enrol('overwritten', { computer: undefined, ...request });
    expect(body).toMatchObject({ status, body: { code, status } });
    expect(await fresh.ask('select id from machine')).toEqual([]);
  });

  it('with credential-forbidden (403) for a machine: it is enrolled already', async () => {
    const { body } = await fresh.enrol('pc-healthy');
    const answer = await fetch(`${fresh.url}/v1/enrol`, {
      method: 'POST',
      headers: { authorization: `Bearer ${body.secret}`, 'content-type': 'application/json' },
      body: '{"computer":"pc-2"}',
    });
    expect(answer.status).toBe(403);
  });

  it('with body-malformed (400) for what is no JSON', async () => {
    const answer = await fetch(`${fresh.url}/v1/enrol`, {
      method: 'POST',
      headers: { authorization: `Bearer ${fresh.key}`, 'content-type': 'application/json' },
      body: '{',
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'body-malformed']);
  });
});
