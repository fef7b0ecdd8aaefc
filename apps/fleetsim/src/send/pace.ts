import { setTimeout as sleep } from 'node:timers/promises';

/** Records per second, or as many as the server takes. */
export type Speed = number | 'asap';

/** Spaces batches so that the long-run rate is kept, whoever sends them. */
export class Pace {
  #nextMs = 0;

  constructor(
    readonly speed: Speed,
    readonly now: () => number = Date.now,
    readonly wait: (ms: number) => Promise<unknown> = (ms) => sleep(ms),
  ) {}

  /** Returns when it is time to send this many records. */
  async take(records: number): Promise<void> {
    if (this.speed === 'asap') return;
    const startMs = Math.max(this.#nextMs, this.now());
    this.#nextMs = startMs + (records / this.speed) * 1000;
    if (startMs > this.now()) await this.wait(startMs - this.now());
  }
}
