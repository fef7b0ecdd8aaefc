import { rest } from '@inpage/contracts';
import { dumpCorpus, SECRET, toUtf16le, writeEvent } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiUnderTest, PUBLIC_URL, type ApiUnderTest } from '../api-under-test.fixture.js';

let api: ApiUnderTest;
let token: string;
beforeAll(async () => {
  api = await apiUnderTest();
  token = await api.secretOf('api');
});
afterAll(() => api.stop());

const STOPPED = new Date('2026-11-21T17:32:00Z');
const BUGCHECK = {
  code: 0x7a,
  parameters: [0xfffff6fc40008070n, 0xffffffffc0000185n, 0x1n, 0xfffff8800100e000n],
} as const;
const EVENT = writeEvent('1001', { ...BUGCHECK, time: STOPPED, recordId: 7, computer: 'pc-bad-ssd' }, 'wevtutil');
const DUMP = Buffer.from(dumpCorpus().get('x64 re-written')!);

const send = (body: string | Buffer, headers: Record<string, string> = {}, query = '') =>
  api.ask('POST', `/api/v1/analyse${query}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', ...headers },
    body,
  });

describe('POST /api/v1/analyse', () => {
  it('reads a dump, and tells its name back', async () => {
    const { status, body } = await send(DUMP, {}, '?name=112126-9843-01.dmp');
    expect(status).toBe(200);
    expect(rest.analysis.strict().safeParse(body).error).toBeUndefined();
    expect(body.input).toMatchObject({ kind: 'dump', name: '112126-9843-01.dmp', bytes: DUMP.length });
    expect(body.stops).toMatchObject([{ grade: 'A', decode: { code: '0x0000007A' }, verdict: { cause: 'media' } }]);
    expect(JSON.stringify(body)).not.toContain(SECRET);
  });

  it.each([
    ['application/xml', Buffer.from(EVENT)],
    ['application/octet-stream', Buffer.from(toUtf16le(EVENT))],
    ['text/plain; charset=utf-8', Buffer.from('STOP: 0x0000007A (0x1, 0xC0000185, 0x0, 0x4)')],
    ['application/x-www-form-urlencoded', Buffer.from('BugCheck 7A, {1, c0000185, 0, 4}')],
    ['application/json', Buffer.from(`{"kind":"event","computer":"pc-bad-ssd","xml":${JSON.stringify(EVENT)}}`)],
  ])('finds out from the bytes what came as %s', async (type, body) => {
    const answer = await send(body, { 'content-type': type });
    expect(answer).toMatchObject({ status: 200, body: { stops: [{ verdict: { cause: 'link' } }] } });
  });

  it('answers what is no stop with what it is', async () => {
    expect(await send(Buffer.from('PK\x03\x04\0\0'))).toMatchObject({
      status: 200,
      body: { input: { kind: 'other', says: expect.stringContaining('ZIP') }, stops: [] },
    });
  });

  it('stores nothing', async () => {
    const count = async () =>
      (await api.database.pool.query('select (select count(*) from record) + (select count(*) from machine) as n'))
        .rows;
    const before = await count();
    await send(EVENT);
    expect(await count()).toEqual(before);
  });

  it.each([
    ['body-empty', 400, '', {}],
    ['content-type-unsupported', 415, 'x', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['content-encoding-unsupported', 415, 'x', { 'content-encoding': 'gzip' }],
    ['body-too-large', 413, Buffer.alloc(32 * 1024 * 1024 + 1), {}],
  ])('refuses with %s (%i)', async (code, status, body, headers) => {
    expect(await send(body, headers as Record<string, string>)).toMatchObject({ status, body: { code } });
  });

  it('refuses a query that it does not know', async () => {
    expect(await send('x', {}, '?store=true')).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
  });

  it('takes a signed-in person from our pages only', async () => {
    const body = 'BugCheck 7A, {1, c0000185, 0, 4}';
    const ask = (origin: string) =>
      api.ask('POST', '/api/v1/analyse', {
        headers: { cookie: api.cookie, origin, 'content-type': 'text/plain' },
        body,
      });
    expect((await ask(PUBLIC_URL)).status).toBe(200);
    expect(await ask('https://charlie.example')).toMatchObject({ status: 403, body: { code: 'credential-forbidden' } });
  });

  it('refuses a stranger before it has read the body', async () => {
    const answer = await api.ask('POST', '/api/v1/analyse', { body: Buffer.alloc(33 * 1024 * 1024) });
    expect(answer).toMatchObject({ status: 401, body: { code: 'credential-missing' } });
  });

  it('leaves the parsers of other routes alone', async () => {
    const headers = { cookie: api.cookie, origin: PUBLIC_URL };
    expect((await api.ask('POST', '/api/v1/credentials', { headers, body: { kind: 'api', label: 'x' } })).status).toBe(
      201,
    );
  });
});
