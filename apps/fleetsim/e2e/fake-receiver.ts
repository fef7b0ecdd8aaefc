import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { enrolRequest, record, SENT_AT_HEADER, type InpageRecord, type Receipt } from '@inpage/contracts';

/** One POST /v1/records that was taken. */
export interface Taken {
  readonly credential: string;
  readonly contentType: string;
  readonly sentAt: string;
  readonly records: readonly (InpageRecord | string)[];
}

/** What the next requests to /v1/records get in place of an answer. */
export interface Trouble {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/**
 * A FAKE receiver, not Inpage: it keeps nothing, commits nothing and judges nothing but the wire contract. It checks every
 * request with the schemas of @inpage/contracts, and answers `inpage-fake: true` so that nobody mistakes it.
 */
export class FakeReceiver {
  readonly key = 'fake-enrolment-key';
  readonly taken: Taken[] = [];
  readonly faults: string[] = [];
  readonly troubles: Trouble[] = [];
  readonly enrolled = new Map<string, string>();
  mostAtOnce = 0;
  readonly #seen = new Set<string>();
  #atOnce = 0;

  private constructor(readonly server: Server) {}

  static async start(): Promise<FakeReceiver> {
    const server = createServer();
    const fake = new FakeReceiver(server);
    server.on('request', (request, response) => void fake.#serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get records(): (InpageRecord | string)[] {
    return this.taken.flatMap(({ records }) => records);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
    const answer = request.url === '/v1/enrol' ? this.#enrol(request, body) : this.#take(request, body);
    this.#atOnce--;
    response.writeHead(answer.status, { 'content-type': 'application/json', 'inpage-fake': 'true', ...answer.headers });
    response.end(answer.body);
  }

  #enrol(request: IncomingMessage, body: Buffer): Trouble {
    if (credentialOf(request) !== this.key) return problem(401, 'credential-invalid');
    const parsed = enrolRequest.safeParse(JSON.parse(body.toString()));
    if (!parsed.success) return this.#fault(`enrol: ${parsed.error.message}`);
    const machineId = uuidOf(parsed.data.machineGuid ?? parsed.data.computer);
    this.enrolled.set(`secret-of-${machineId}`, parsed.data.computer);
    return { status: 201, body: JSON.stringify({ machineId, secret: `secret-of-${machineId}` }) };
  }

  #take(request: IncomingMessage, body: Buffer): Trouble {
    const trouble = this.troubles.shift();
    if (trouble) return trouble;
    const credential = credentialOf(request);
    if (credential !== this.key && !this.enrolled.has(credential)) return problem(401, 'credential-invalid');
    const contentType = request.headers['content-type'] ?? '';
    const sentAt = String(request.headers[SENT_AT_HEADER]);
    if (Math.abs(Date.parse(sentAt) - Date.now()) > 60_000) this.faults.push(`sent at ${sentAt}`);
    const records = contentType === 'application/xml' ? splitXml(body.toString()) : splitNdjson(body.toString());
    const receipts = records.map((one) => this.#receipt(credential, one));
    this.taken.push({ credential, contentType, sentAt, records: records as (InpageRecord | string)[] });
    const count = (status: Receipt['status']) => receipts.filter((receipt) => receipt.status === status).length;
    const counts = { accepted: count('accepted'), duplicate: count('duplicate'), rejected: count('rejected') };
    return { status: 202, body: JSON.stringify({ receipts, ...counts }) };
  }

  #receipt(credential: string, one: unknown): Receipt {
    const detail = this.#judge(credential, one);
    if (detail) {
      this.faults.push(detail);
      return { status: 'rejected', code: 'record-invalid', detail };
    }
    const id = uuidOf(JSON.stringify([this.enrolled.get(credential) ?? '', one]));
    const status = this.#seen.has(id) ? 'duplicate' : 'accepted';
    this.#seen.add(id);
    return { status, id };
  }

  #judge(credential: string, one: unknown): string | undefined {
    if (typeof one === 'string')
      return one.startsWith("<Event xmlns='") ? undefined : `not an event: ${one.slice(0, 80)}`;
    const parsed = record.safeParse(one);
    if (!parsed.success) return parsed.error.message;
    const missing = credential === this.key && parsed.data.computer === undefined;
    return missing ? 'a collector did not name the computer' : undefined;
  }

  #fault(detail: string): Trouble {
    this.faults.push(detail);
    return problem(422, 'record-invalid', detail);
  }
}

const problem = (status: number, code: string, detail = ''): Trouble => ({
  status,
  body: JSON.stringify({ code, detail }),
});
const credentialOf = (request: IncomingMessage): string =>
  (request.headers.authorization ?? '').replace(/^Bearer /, '');
const splitNdjson = (body: string): unknown[] =>
  body
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
const splitXml = (body: string): string[] => body.match(/<Event .*?<\/Event>/gs) ?? [];

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
