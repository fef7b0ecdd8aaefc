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
      if (!head.startsWith('HTTP/1.1 200') || length === undefined)
        return this.done(new Error(chunk.toString('utf8').slice(0, 2000)));
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

class Load {
  readonly #state = { measuring: false, stopping: false };
  readonly #connections: Connection[] = [];
  readonly #ends: Promise<void>[] = [];
  #bytes = 0;

  constructor(private readonly order: LoadOrder) {
    for (let c = 0; c < order.connections; c++) this.#connect(this.#requests(c));
  }

  async run(): Promise<LoadReport> {
    const all = Promise.all(this.#ends);
    all.catch(() => {});
    const pause = (ms: number) => Promise.race([all, new Promise((resolve) => setTimeout(resolve, ms))]);
    for (const connection of this.#connections) connection.send();
    await pause(this.order.warmUpMs);
    process.send!('measuring');
    const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
    this.#state.measuring = true;
    await pause(this.order.measureMs);
    this.#state.measuring = false;
    const [seconds, used] = [(performance.now() - startedAt) / 1000, process.cpuUsage(cpu)];
    process.send!('measured');
    this.#state.stopping = true;
    await all;
    return this.#report(seconds, (used.user + used.system) / 1000);
  }

  #requests(connection: number): Request[] {
    const { requestsPerConnection: count, recordsPerRequest: records, secrets, computers, nowMs } = this.order;
    return Array.from({ length: count }, (_, i) => {
      const seed = connection * count + i;
      return new Request({ records, secret: secrets[seed % secrets.length]!, computers, seed, nowMs });
    });
  }

  #connect(requests: readonly Request[]): void {
    for (const { bodyBytes } of requests) this.#bytes += bodyBytes;
    const end = new Promise<void>((resolve, reject) => {
      const socket = connect(this.order.port, '127.0.0.1');
      const done = (error?: Error) => (error ? reject(error) : resolve());
      this.#connections.push(new Connection(socket, requests, this.#state, done));
    });
    this.#ends.push(end);
  }

  #report(seconds: number, cpuMs: number): LoadReport {
    const { connections, requestsPerConnection, recordsPerRequest } = this.order;
    const latencies = this.#connections.flatMap((connection) => connection.latencies);
    const answered = this.#connections.reduce((sum, connection) => sum + connection.answered, 0);
    return {
      ...{ requests: latencies.length, seconds, cpuMs },
      ...{ p50Ms: quantile(latencies, 0.5), p99Ms: quantile(latencies, 0.99) },
      sent: answered * recordsPerRequest,
      bytesPerRecord: this.#bytes / (connections * requestsPerConnection * recordsPerRequest),
    };
  }
}

process.once('message', (order: LoadOrder) => {
  new Load(order).run().then(
    (report) => process.send!(report, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
