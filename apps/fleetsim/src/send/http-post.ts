import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface Answer {
  readonly status: number;
  readonly retryAfter?: string;
  readonly text: string;
}

/** An answer longer than this is not from Inpage. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** POST over kept connections. node:http and not fetch: a load generator should spend its processor on records. */
export class HttpPost {
  readonly #agent: HttpAgent | HttpsAgent;
  readonly #secure: boolean;

  constructor(
    readonly base: URL,
    connections: number,
    readonly timeoutMs: number,
  ) {
    this.#secure = base.protocol === 'https:';
    this.#agent = new (this.#secure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: connections });
  }

  /** Rejects when the connection fails or nothing comes back in time. */
  post(path: string, headers: Readonly<Record<string, string>>, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', agent: this.#agent, headers: { ...headers, 'content-length': body.length } };
      const request = (this.#secure ? httpsRequest : httpRequest)(this.#address(path), options, (response) => {
        readAnswer(response).then(resolve, reject);
      });
      request.setTimeout(this.timeoutMs, () => request.destroy(new Error(`no answer within ${this.timeoutMs} ms`)));
      request.on('error', reject);
      request.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  #address(path: string): URL {
    return new URL(this.base.pathname.replace(/\/$/, '') + path, this.base);
  }
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error(`the answer is longer than ${MAX_ANSWER_BYTES} bytes`);
    chunks.push(chunk as Buffer);
  }
  return {
    status: response.statusCode ?? 0,
    retryAfter: response.headers['retry-after'],
    text: Buffer.concat(chunks).toString('utf8'),
  };
}
