import { randomUUID } from 'node:crypto';
import { connect, type AddressInfo } from 'node:net';
import type { InpageRecord, Receipts } from '@inpage/contracts';
import { DigestChunks, newSecret, type CredentialStore, type DumpVault, type RecordStore } from '@inpage/fleet';
import { createLog, loadConfig, Metrics } from '@inpage/platform';
import { PgCredentialStore, PgDigestStore, PgMachineDirectory, PgRecordStore, type Database } from '@inpage/storage';
import { testDatabase } from '@inpage/testing';
import Fastify, { type FastifyInstance } from 'fastify';
import { registerIngest } from './register-ingest.js';

/** Specs look into rows freely. */
type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- specs look into answers freely
}

export interface Sent {
  readonly body: BodyInit | InpageRecord | readonly unknown[];
  readonly type?: string;
  readonly bearer?: string | null;
  readonly headers?: Record<string, string>;
}

/** What a spec may put in the place of the real thing. */
export interface Stand {
  readonly credentials?: (real: CredentialStore) => CredentialStore;
  readonly records?: (real: RecordStore) => RecordStore;
  readonly dumps?: (database: Database) => DumpVault;
}

/** The ingest routes on a real port, with a database of their own. Limits are given as configuration. */
export async function ingestUnderTest(settings: Record<string, string> = {}, stand: Stand = {}) {
  const test = await testDatabase();
  const { database } = test;
  const real = { credentials: new PgCredentialStore(database), records: new PgRecordStore(database) };
  const credentials = stand.credentials?.(real.credentials) ?? real.credentials;
  const records = stand.records?.(real.records) ?? real.records;
  const metrics = new Metrics({ process: false });
  const config = loadConfig({ INPAGE_BODY_TIMEOUT_S: '1', ...settings });
  const logged: string[] = [];
  const log = createLog({ INPAGE_LOG_LEVEL: 'warn' }, { write: (line) => void logged.push(line) });
  const postponed: { chunkId: string; error: unknown }[] = [];
  let wakes = 0;
  const app = Fastify({
    genReqId: () => randomUUID(),
    requestTimeout: config.INPAGE_BODY_TIMEOUT_S * 1000,
    http: { connectionsCheckingInterval: 100, headersTimeout: config.INPAGE_BODY_TIMEOUT_S * 1000 },
  } as never) as unknown as FastifyInstance;
  await registerIngest(app, {
    config,
    log,
    metrics,
    credentials,
    machines: new PgMachineDirectory(database),
    records,
    dumps: stand.dumps?.(database),
    wake: () => void wakes++,
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const key = await grant('enrolment');

  async function grant(kind: 'enrolment' | 'api', expiresAt?: Date): Promise<string> {
    const { secret, hash } = newSecret(kind);
    await real.credentials.add({ kind, hash, label: 'made by the spec', expiresAt });
    return secret;
  }

  async function post(path: string, { body, type = 'application/json', bearer = key, headers }: Sent): Promise<Answer> {
    const isText = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(url + path, {
      method: 'POST',
      headers: {
        ...(type === '' ? {} : { 'content-type': type }),
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        ...headers,
      },
      body: isText ? (body as BodyInit) : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: JSON.parse(text) };
  }

  return {
    ...{ app, database, key, metrics, logged, url, grant },
    port: (app.server.address() as AddressInfo).port,
    wakes: () => wakes,
    enrol: (computer: string, over: object = {}, bearer = key) =>
      post('/v1/enrol', { body: JSON.stringify({ computer, ...over }), bearer }),
    send: (sent: Sent) => post('/v1/records', sent),
    sendDump: (sent: Sent) => post('/v1/dumps', { type: 'application/octet-stream', ...sent }),
    receipts: async (sent: Sent): Promise<Receipts> => (await post('/v1/records', sent)).body as Receipts,
    ask: async (text: string, values: unknown[] = []): Promise<Row[]> => (await database.pool.query(text, values)).rows,
    async digest(): Promise<void> {
      const digest = new DigestChunks(new PgDigestStore(database), (chunkId, error) =>
        postponed.push({ chunkId, error }),
      );
      while ((await digest.run()).chunks > 0);
      if (postponed.length > 0) throw new Error('A chunk was postponed.', { cause: postponed });
    },
    /** A client that speaks for itself, byte by byte. */
    raw: () => connect((app.server.address() as AddressInfo).port, '127.0.0.1'),
    async receivingBytes(): Promise<number> {
      const [{ value } = { value: 0 }] = (await metrics.registry.getSingleMetric('inpage_receiving_bytes')!.get())
        .values;
      return value;
    },
    async drop() {
      await app.close();
      await test.drop();
    },
  };
}

export type IngestUnderTest = Awaited<ReturnType<typeof ingestUnderTest>>;
