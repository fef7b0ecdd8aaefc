import { DumpExpiry } from '@inpage/fleet';
import { createLog, Metrics } from '@inpage/platform';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DumpSweep } from './dump-sweep.js';

class Expiry extends DumpExpiry {
  readonly asked: number[] = [];
  constructor(readonly answers: (number | Error)[]) {
    super();
  }
  async deleteExpired(now: Date): Promise<number> {
    this.asked.push(now.getTime());
    const answer = this.answers.shift() ?? 0;
    if (answer instanceof Error) throw answer;
    return answer;
  }
}

const HOUR = 3_600_000;
const lines: string[] = [];
const log = createLog({ INPAGE_LOG_LEVEL: 'info' }, { write: (line) => void lines.push(line) });

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

describe('the sweep of dump files', () => {
  it('deletes at the start and every hour, goes on after a failure, and ends', async () => {
    const metrics = new Metrics({ process: false });
    const expiry = new Expiry([2, new Error('the database is away'), 0, 3]);
    const sweep = new DumpSweep({ expiry, metrics, log });
    sweep.start();
    await vi.advanceTimersByTimeAsync(3 * HOUR);
    expect(expiry.asked).toEqual([0, HOUR, 2 * HOUR, 3 * HOUR]);
    expect(await metrics.registry.metrics()).toContain('inpage_dump_files_expired_total 5');
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
      'dumps.expired',
      'dumps.sweep-failed',
      'dumps.expired',
    ]);
    await sweep.stop();
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    expect(expiry.asked).toHaveLength(4);
  });
});
