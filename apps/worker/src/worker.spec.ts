import { setTimeout as sleep } from 'node:timers/promises';
import type { DigestChunks, DigestOutcome, DigestStore } from '@inpage/fleet';
import { createLog, Metrics } from '@inpage/platform';
import type { WakeQueue } from '@inpage/queue';
import { afterEach, describe, expect, it } from 'vitest';
import { Worker } from './worker.js';

/** So many chunks wait; each digest takes one, or fails as it is told. */
class Waiting {
  chunks = 0;
  runs = 0;
  atOnce = 0;
  most = 0;
  failure: Error | undefined;
  asked = 0;
  workMs = 0;

  async run(): Promise<DigestOutcome> {
    this.runs++;
    this.most = Math.max(this.most, ++this.atOnce);
    await sleep(this.workMs);
    this.atOnce--;
    if (this.failure) throw this.failure;
    const chunks = Math.min(this.chunks, 1);
    this.chunks -= chunks;
    return { chunks, crashes: chunks, brokenRules: chunks ? ['storage/broken'] : [] };
  }

  async pending(): Promise<number> {
    this.asked++;
    return this.chunks;
  }
}

let worker: Worker | undefined;
afterEach(() => worker?.stop());

function setUp(sweepMs: number) {
  const waiting = new Waiting();
  const lines: string[] = [];
  const metrics = new Metrics({ process: false });
  let wake!: () => Promise<void>;
  const queue = { consume: async (work: () => Promise<void>) => void (wake = work) } as unknown as WakeQueue;
  const log = createLog({ INPAGE_LOG_LEVEL: 'warn' }, { write: (line) => void lines.push(line) });
  worker = new Worker({
    digest: waiting as unknown as DigestChunks,
    store: waiting as unknown as DigestStore,
    queue,
    metrics,
    log,
    sweepMs,
  });
  return { waiting, lines, metrics, worker, wake: () => wake() };
}

const NEVER = 600_000;
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await sleep(2);
};

describe('a worker', () => {
  it('digests everything that waits when it is woken', async () => {
    const { waiting, worker, wake, metrics } = setUp(NEVER);
    await worker.start();
    waiting.chunks = 5;
    await wake();
    expect([waiting.chunks, waiting.runs]).toEqual([0, 6]);
    const text = await metrics.registry.metrics();
    expect(text).toContain('inpage_digest_chunks_total{outcome="digested"} 5');
    expect(text).toContain('inpage_rule_failures_total{rule="storage/broken"} 5');
  });

  it('finds what the queue lost by itself', async () => {
    const { waiting, worker } = setUp(5);
    waiting.chunks = 3;
    await worker.start();
    await until(() => waiting.chunks === 0);
    const runs = waiting.runs;
    await until(() => waiting.asked > 5);
    expect(waiting.runs, 'does not digest where nothing waits').toBe(runs);
  });

  it('digests one at a time, however often it is woken, and looks once more for who came late', async () => {
    const { waiting, worker, wake } = setUp(NEVER);
    await worker.start();
    waiting.workMs = 5;
    waiting.chunks = 1;
    const woken = Array.from({ length: 10 }, () => wake());
    await sleep(1);
    waiting.chunks++;
    await Promise.all(woken);
    expect([waiting.most, waiting.chunks]).toEqual([1, 0]);
    expect(waiting.runs).toBeLessThan(6);
  });

  it('survives a digest that fails: it is told, and tried again by the sweep', async () => {
    const { waiting, worker, wake, lines } = setUp(20);
    await worker.start();
    waiting.chunks = 1;
    waiting.failure = new Error('away');
    await wake();
    expect(JSON.parse(lines[0]!)).toMatchObject({ event: 'digest.failed', err: { message: 'away' } });
    waiting.failure = undefined;
    await until(() => waiting.chunks === 0);
  });

  it('goes on sweeping while the database is away', async () => {
    const { waiting, worker, lines } = setUp(2);
    waiting.chunks = 1;
    waiting.failure = new Error('away');
    await worker.start();
    await until(() => lines.length >= 3);
    waiting.failure = undefined;
    await until(() => waiting.chunks === 0);
  });

  it('finishes the digest under way when it is stopped, and begins no other', async () => {
    const { waiting, worker, wake } = setUp(1);
    await worker.start();
    waiting.chunks = 100;
    waiting.workMs = 10;
    void wake();
    await until(() => waiting.atOnce === 1);
    await worker.stop();
    const { runs } = waiting;
    expect(waiting.atOnce).toBe(0);
    void wake();
    await sleep(30);
    expect(waiting.runs).toBe(runs);
  });
});
