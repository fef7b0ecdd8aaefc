import { countExposure, type ExposureLedger } from '@inpage/fleet';
import type { Logger, Metrics } from '@inpage/platform';

/** How often days that changed are looked for. */
const EVERY_MS = 60_000;

export interface ExposureSweepParts {
  readonly ledger: ExposureLedger;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** Counts the exposure of days that changed: at the start, and every minute. Several workers may do it at once. */
export class ExposureSweep {
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> | undefined;
  #stopping = false;

  constructor(
    private readonly parts: ExposureSweepParts,
    private readonly everyMs = EVERY_MS,
  ) {}

  start(): void {
    this.#timer = setInterval(() => this.#sweep(), this.everyMs);
    this.#timer.unref();
    this.#sweep();
  }

  /** Waits for the day that is being counted. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#timer);
    await this.#underWay;
  }

  #sweep(): void {
    this.#underWay ??= this.#count().finally(() => (this.#underWay = undefined));
  }

  async #count(): Promise<void> {
    const { ledger, metrics, log } = this.parts;
    const started = performance.now();
    try {
      const days = await countExposure(ledger, Date.now(), () => this.#stopping);
      if (days === 0) return;
      metrics.count('inpage_exposure_days_counted_total', {}, days);
      log.debug({ event: 'exposure.counted', days, ms: Math.round(performance.now() - started) });
    } catch (error) {
      log.warn({ event: 'exposure.failed', err: error });
    }
  }
}
