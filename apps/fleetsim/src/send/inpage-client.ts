import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  enrolResponse,
  receipts,
  SENT_AT_HEADER,
  type EnrolRequest,
  type EnrolResponse,
  type Receipts,
} from '@inpage/contracts';
import type { Observation } from '../timeline/observation.js';
import type { HttpPost } from './http-post.js';
import type { Patience } from './patience.js';

const compress = promisify(gzip);
/** Fastest: the processor is shared with the server in a demo. */
const GZIP = { level: 1 } as const;

/** What came back makes no sense under the contract. */
export class BrokenContract extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`the server broke the contract: ${what}`, options);
    this.name = 'BrokenContract';
  }
}

/** Observations of one form, ready to become one body. */
export interface Batch {
  readonly form: Observation['form'];
  readonly observations: readonly Observation[];
}

/** The public HTTP interface, and nothing else of Inpage. */
export class InpageClient {
  #requests = 0;

  constructor(
    readonly http: HttpPost,
    readonly patience: Patience,
  ) {}

  get requests(): number {
    return this.#requests;
  }

  async enrol(key: string, request: EnrolRequest): Promise<EnrolResponse> {
    const body = Buffer.from(JSON.stringify(request));
    const text = await this.#post('/v1/enrol', key, () => ({ 'content-type': 'application/json' }), body);
    return parseAnswer(enrolResponse, text);
  }

  /** One receipt per observation, in order. */
  async send(credential: string, batch: Batch): Promise<Receipts> {
    const body = await compress(bodyOf(batch), GZIP);
    const type = batch.form === 'xml' ? 'application/xml' : 'application/x-ndjson';
    const headers = () => ({
      ...{ 'content-type': type, 'content-encoding': 'gzip' },
      [SENT_AT_HEADER]: new Date().toISOString(),
    });
    const answer = parseAnswer(receipts, await this.#post('/v1/records', credential, headers, body));
    if (answer.receipts.length !== batch.observations.length)
      throw new BrokenContract(`${answer.receipts.length} receipts for ${batch.observations.length} records`);
    return answer;
  }

  /** Headers are made anew for every attempt: the sent-at header is the clock of that attempt. */
  async #post(path: string, key: string, headers: () => Record<string, string>, body: Buffer): Promise<string> {
    const answer = await this.patience.insist(() => {
      this.#requests++;
      return this.http.post(path, { ...headers(), authorization: `Bearer ${key}` }, body);
    });
    return answer.text;
  }
}

const bodyOf = ({ observations }: Batch): string =>
  observations.map((one) => (one.form === 'xml' ? one.xml : JSON.stringify(one.record))).join('\n');

function parseAnswer<T>(schema: { parse(value: unknown): T }, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new BrokenContract(`an answer that is not as agreed: ${text.slice(0, 200)}`, { cause });
  }
}
