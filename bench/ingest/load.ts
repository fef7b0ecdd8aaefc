import { connect, type Socket } from 'node:net';
import { quantile } from '../measure/statistics.js';
import { Request } from './request.js';

/** A process of its own that sends as fast as it is answered, and tells the bench what it saw. */
export interface LoadOrder {
  readonly port: number;
  readonly connections: number;
  readonly recordsPerRequest: number;
  /** Bearers; connections go through them in turn. */
  readonly secrets: readonly string[];
  readonly computers?: readonly string[];
  readonly requestsPerConnection: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly nowMs: number;
}

export interface LoadReport {
  readonly requests: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of all records that were sent, those before the measurement too. */
  readonly sent: number;
  readonly bytesPerRecord: number;
  readonly cpuMs: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');

class Connection {
  readonly #requests: readonly Request[];
  #sending = 0;
  #sentAt = 0;
  #expected = 0;
  #received = 0;
  answered = 0;
  readonly latencies: number[] = [];

  constructor(
    private readonly socket: Socket,
    requests: readonly Request[],
    private readonly state: { measuring: boolean; stopping: boolean },
    private readonly done: (error?: Error) => void,
  ) {
    this.#requests = requests;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#read(chunk)).on('error', done);
    socket.on('close', () => done(state.stopping ? undefined : new Error('The server closed a connection.')));
  }

  send(): void {
    const request = this.#requests[this.#sending % this.#requests.length]!;
    request.renew(this.#sending++);
    this.#sentAt = performance.now();
    this.socket.write(request.bytes);
  }

  #read(chunk: Buffer): void {
    if (this.#expected === 0) {
      const end = chunk.indexOf(HEAD_END);
      const head = chunk.toString('latin1', 0, end);
      const length = /content-length: (\d+)/i.exec(head)?.[1];
      if (!head.startsWith('HTTP/1.1 200') || length === undefined) return this.done(new Error(chunk.toString('utf8').slice(0, 2000)));
      this.#expected = end + HEAD_END.length + Number(length);
    }
    this.#received += chunk.length;
    if (this.#received < this.#expected) return;
    this.#expected = this.#received = 0;
    this.answered++;
    if (this.state.measuring) this.latencies.push(performance.now() - this.#sentAt);
    if (this.state.stopping) this.socket.end();
    else this.send();
  }
}

async function run(order: LoadOrder): Promise<LoadReport> {
  const state = { measuring: false, stopping: false };
  const ends: Promise<void>[] = [];
  let bytes = 0;
  const connections = Array.from({ length: order.connections }, (_, c) => {
    const requests = Array.from({ length: order.requestsPerConnection }, (_, r) => {
      const seed = c * order.requestsPerConnection + r;
      return new Request({ records: order.recordsPerRequest, secret: order.secrets[seed % order.secrets.length]!, computers: order.computers, seed, nowMs: order.nowMs });
    });
    bytes += requests.reduce((sum, { bodyBytes }) => sum + bodyBytes, 0);
    let made!: Connection;
    ends.push(new Promise((resolve, reject) => (made = new Connection(connect(order.port, '127.0.0.1'), requests, state, (error) => (error ? reject(error) : resolve())))));
    return made;
  });
  const all = Promise.all(ends);
  all.catch(() => {});
  for (const connection of connections) connection.send();
  const pause = (ms: number) => Promise.race([all, new Promise((resolve) => setTimeout(resolve, ms))]);
  await pause(order.warmUpMs);
  process.send!('measuring');
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
  state.measuring = true;
  await pause(order.measureMs);
  state.measuring = false;
  const [seconds, used] = [(performance.now() - startedAt) / 1000, process.cpuUsage(cpu)];
  process.send!('measured');
  state.stopping = true;
  await all;
  const latencies = connections.flatMap(({ latencies: own }) => own);
  return {
    ...{ requests: latencies.length, seconds, p50Ms: quantile(latencies, 0.5), p99Ms: quantile(latencies, 0.99) },
    sent: connections.reduce((sum, { answered }) => sum + answered, 0) * order.recordsPerRequest,
    bytesPerRecord: bytes / (order.connections * order.requestsPerConnection * order.recordsPerRequest),
    cpuMs: (used.user + used.system) / 1000,
  };
}

process.once('message', (order: LoadOrder) => {
  run(order).then(
    (report) => process.send!(report, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
