import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CredentialStore, RecordStore, type Credential, type NewCredential, type Submission } from '@inpage/fleet';
import { beatRecord } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestUnderTest, type IngestUnderTest } from './ingest-under-test.fixture.js';

const NOON = Date.UTC(2026, 6, 22, 12);
let second = 0;
const beat = () => beatRecord('pc-healthy', new Date(NOON + 1000 * second++));
const head = (ingest: IngestUnderTest, length: number | 'chunked'): string =>
  `POST /v1/records HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ingest.key}\r\ncontent-type: application/json\r\n${length === 'chunked' ? 'transfer-encoding: chunked' : `content-length: ${length}`}\r\n\r\n`;

/** Polls until the condition holds; a test that waits for nothing fails by its own time limit. */
const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await holds())) await sleep(10);
};

const closed = (socket: Socket): Promise<void> => new Promise((resolve) => void socket.on('close', () => resolve()));

async function open(ingest: IngestUnderTest, text: string): Promise<Socket> {
  const socket = ingest.raw().on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

describe('bodies under way', () => {
  const KB = 1024;
  let ingest: IngestUnderTest;
  beforeAll(async () => {
    ingest = await ingestUnderTest({
      INPAGE_MAX_BODY_MB: String(40 / KB),
      INPAGE_MAX_RECEIVING_MB: String(100 / KB),
      INPAGE_BODY_TIMEOUT_S: '1',
    });
  });
  afterAll(() => ingest.drop());

  const reserves = (bytes: number) => until(async () => (await ingest.receivingBytes()) === bytes);

  it('reserve what they declare, or the most there may be, and no more than there is', async () => {
    const sockets = [
      await open(ingest, head(ingest, 30 * KB)),
      await open(ingest, head(ingest, 30 * KB)),
      await open(ingest, head(ingest, 'chunked')),
    ];
    await reserves(100 * KB);
    const answer = await ingest.send({ body: beat() });
    expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    for (const socket of sockets) socket.destroy();
    await reserves(0);
    expect(await ingest.send({ body: beat() })).toMatchObject({ status: 200 });
  });

  it('give it back when the client vanishes in the middle', async () => {
    const socket = await open(ingest, `${head(ingest, 30 * KB)}[{"kind"`);
    await reserves(30 * KB);
    socket.resetAndDestroy();
    await reserves(0);
  });

  it('give it back when the client stalls: after its time it is told 408 and cut off', async () => {
    const socket = await open(ingest, `${head(ingest, 30 * KB)}[`);
    let answer = '';
    socket.on('data', (data) => (answer += String(data)));
    await closed(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    await reserves(0);
  });

  it('give it back when the client is slow, one byte at a time', async () => {
    const socket = await open(ingest, head(ingest, 30 * KB));
    const drip = setInterval(() => socket.write(' '), 20);
    await closed(socket);
    clearInterval(drip);
    await reserves(0);
  });

  it('give it back after an answer on a connection that stays open', async () => {
    const body = JSON.stringify(beat());
    const socket = await open(ingest, head(ingest, body.length) + body);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
    await reserves(0);
    socket.write(head(ingest, body.length) + body);
    expect(String((await once(socket, 'data'))[0])).toMatch(/"duplicate":1/);
    await reserves(0);
    socket.destroy();
  });

  it('give it back after every kind of refusal', async () => {
    const big = ' '.repeat(39 * KB);
    for (const [body, status] of [
      ['{', 400],
      [`[${big}`, 400],
      ['7', 422],
    ] as const) {
      expect((await ingest.send({ body })).status).toBe(status);
    }
    expect((await ingest.send({ body: big, type: 'text/csv' })).status).toBe(415);
    expect((await ingest.send({ body: ' '.repeat(41 * KB) })).status).toBe(413);
    expect((await ingest.send({ body: big, bearer: null })).status).toBe(401);
    await reserves(0);
  });
});

/** Answers when the test says so. */
class HeldCredentials extends CredentialStore {
  readonly asked: (() => void)[] = [];
  constructor(private readonly real: CredentialStore) {
    super();
  }
  async byHash(hash: Buffer): Promise<Credential | undefined> {
    await new Promise<void>((resolve) => this.asked.push(resolve));
    return this.real.byHash(hash);
  }
  add(credential: NewCredential): Promise<string> {
    return this.real.add(credential);
  }
  replaceOfMachine(credential: NewCredential): Promise<void> {
    return this.real.replaceOfMachine(credential);
  }
  used(id: string, at: Date): Promise<void> {
    return this.real.used(id, at);
  }
}

describe('a client that vanishes before it is known who it is', () => {
  it('reserves nothing for ever', async () => {
    let held!: HeldCredentials;
    const ingest = await ingestUnderTest({}, { credentials: (real) => (held = new HeldCredentials(real)) });
    const socket = await open(ingest, head(ingest, 30_000));
    await until(() => held.asked.length === 1);
    socket.resetAndDestroy();
    await sleep(100);
    held.asked[0]!();
    await sleep(100);
    expect(await ingest.receivingBytes()).toBe(0);
    await ingest.drop();
  });
});

/** A database that is slow, or away. */
class TroubledRecords extends RecordStore {
  trouble: Error | undefined;
  readonly held: (() => void)[] = [];
  hold = false;
  constructor(private readonly real: RecordStore) {
    super();
  }
  async commit(submissions: readonly Submission[]): Promise<boolean[][]> {
    if (this.trouble) throw this.trouble;
    if (this.hold) await new Promise<void>((resolve) => this.held.push(resolve));
    return this.real.commit(submissions);
  }
}

describe('a database in trouble', () => {
  let records!: TroubledRecords;
  let ingest: IngestUnderTest;
  beforeAll(async () => {
    ingest = await ingestUnderTest({}, { records: (real) => (records = new TroubledRecords(real)) });
  });
  afterAll(() => ingest.drop());

  it.each(['57P01', '08006', '53300', 'ECONNREFUSED'])(
    'is 503 with Retry-After while it is away (%s), and nothing was kept',
    async (code) => {
      records.trouble = Object.assign(new Error('away'), { code });
      const record = beat();
      const answer = await ingest.send({ body: record });
      expect(answer).toMatchObject({ status: 503, body: { code: 'storage-unavailable' } });
      expect(answer.headers.get('retry-after')).toBe('5');
      records.trouble = undefined;
      expect(await ingest.receipts({ body: record })).toMatchObject({ accepted: 1 });
    },
  );

  it('is 500 when it is our fault: logged once with the request id, and told to nobody', async () => {
    records.trouble = Object.assign(new Error('column "secret" does not exist'), { code: '42703' });
    const before = ingest.logged.length;
    const { status, body } = await ingest.send({ body: beat() });
    records.trouble = undefined;
    expect([status, body.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(ingest.logged.slice(before)).toHaveLength(1);
    expect(JSON.parse(ingest.logged.at(-1)!)).toMatchObject({
      level: 'error',
      event: 'request.failed',
      requestId: body.requestId,
    });
  });

  it('does not let a server that stops forget what it received', async () => {
    const own = await ingestUnderTest({}, { records: (real) => (records = new TroubledRecords(real)) });
    records.hold = true;
    const pending = own.receipts({ body: beat() });
    await until(() => records.held.length === 1);
    const closing = own.app.close();
    await sleep(50);
    records.held[0]!();
    expect(await pending).toMatchObject({ accepted: 1 });
    await closing;
    expect(await own.ask('select count(*)::int as n from record')).toEqual([{ n: 1 }]);
    await own.drop();
  });
});
