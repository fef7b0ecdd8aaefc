import type { DigestChunks, DigestOutcome, DigestStore } from '@inpage/fleet';
import type { Logger, Metrics } from '@inpage/platform';
import type { WakeQueue } from '@inpage/queue';

export interface WorkerParts {
  readonly digest: DigestChunks;
  readonly store: DigestStore;
  readonly queue: WakeQueue;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly sweepMs: number;
}

/**
 * Digests what waits: at once when the queue wakes it, and every few seconds regardless, because the queue may have lost a
 * wake-up, or everything.
 */
export class Worker {
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> | undefined;
  #again = false;
  #stopping = false;

  constructor(private readonly parts: WorkerParts) {}

  async start(): Promise<void> {
    await this.parts.queue.consume(() => this.#woken());
    this.#scheduleSweep();
  }

  /** Waits for the digest that is under way; what it does not finish is found by the next start. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    await this.#underWay?.catch(() => undefined);
  }

  /** One at a time in this process; others may run in other processes. A call while one runs makes it look once more. */
  digestAll(): Promise<void> {
    this.#again = true;
    this.#underWay ??= this.#digestAll().finally(() => (this.#underWay = undefined));
    return this.#underWay;
  }

  async #digestAll(): Promise<void> {
    while (this.#again && !this.#stopping) {
      this.#again = false;
      await this.#digestUntilEmpty();
    }
  }

  async #digestUntilEmpty(): Promise<void> {
    while (!this.#stopping) {
      const started = performance.now();
      const outcome = await this.parts.digest.run();
      if (outcome.chunks === 0) return;
      this.#report(outcome, performance.now() - started);
    }
  }

  #report({ chunks, crashes, brokenRules }: DigestOutcome, ms: number): void {
    const { metrics, log } = this.parts;
    metrics.observe('inpage_digest_seconds', ms / 1000);
    metrics.count('inpage_digest_chunks_total', { outcome: 'digested' }, chunks);
    for (const rule of brokenRules) metrics.count('inpage_rule_failures_total', { rule });
    log.debug({ event: 'digest.done', chunks, crashes, ms: Math.round(ms) });
  }

  /** A failed digest is told here and found again by the sweep; failing the job would only make the queue tell it again. */
  async #woken(): Promise<void> {
    await this.digestAll().catch((err: unknown) => this.parts.log.warn({ event: 'digest.failed', err }));
  }

  #scheduleSweep(): void {
    if (this.#stopping) return;
    this.#timer = setTimeout(() => void this.#sweep(), this.parts.sweepMs);
    this.#timer.unref();
  }

  /** A database that is away is told once per outage by whoever meets it first; here it only means "later". */
  async #sweep(): Promise<void> {
    try {
      const pending = await this.parts.store.pending();
      this.parts.metrics.set('inpage_digest_pending', pending);
      if (pending > 0) await this.digestAll();
    } catch (error) {
      this.parts.log.warn({ event: 'digest.sweep-failed', err: error });
    }
    this.#scheduleSweep();
  }
}
