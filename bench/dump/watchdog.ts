import { Worker } from 'node:worker_threads';

const STUCK_MS = 10_000;

const WATCH = `
  const { workerData: { beats, stuckMs } } = require('node:worker_threads');
  const seen = new Int32Array(beats);
  let last = -1;
  setInterval(() => {
    const now = Atomics.load(seen, 0);
    if (now === last) { process._rawDebug('Stuck at case ' + now + '.'); process.kill(process.pid, 'SIGKILL'); }
    last = now;
  }, stuckMs);
`;

/** Ends the process when one case takes longer than ten seconds: a loop in the main thread can only be seen from another. */
export class Watchdog {
  readonly #beats = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker = new Worker(WATCH, { eval: true, workerData: { beats: this.#beats.buffer, stuckMs: STUCK_MS } });

  beat(index: number): void {
    Atomics.store(this.#beats, 0, index);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
