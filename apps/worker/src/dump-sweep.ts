import type { DumpExpiry } from '@inpage/fleet';
import type { Logger, Metrics } from '@inpage/platform';

/** Files are kept for days; an hour more is nobody's harm. */
const EVERY_MS = 3_600_000;

export interface DumpSweepParts {
  readonly expiry: DumpExpiry;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** Deletes expired dump files: at the start, and every hour. Several workers may do it at once. */
export class DumpSweep {
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> | undefined;

  constructor(
    private readonly parts: DumpSweepParts,
    private readonly everyMs = EVERY_MS,
  ) {}

  start(): void {
    this.#timer = setInterval(() => this.#sweep(), this.everyMs);
    this.#timer.unref();
    this.#sweep();
  }

  /** Waits for the sweep that is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#underWay;
  }

  #sweep(): void {
    this.#underWay ??= this.#deleteExpired().finally(() => (this.#underWay = undefined));
  }

  async #deleteExpired(): Promise<void> {
    const { expiry, metrics, log } = this.parts;
    try {
      const files = await expiry.deleteExpired(new Date());
      if (files === 0) return;
      metrics.count('inpage_dump_files_expired_total', {}, files);
      log.info({ event: 'dumps.expired', files });
    } catch (error) {
      log.warn({ event: 'dumps.sweep-failed', err: error });
    }
  }
}
