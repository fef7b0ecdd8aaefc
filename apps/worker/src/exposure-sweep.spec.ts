import { ExposureLedger, type ChangedDay } from '@inpage/fleet';
import { createLog, Metrics } from '@inpage/platform';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExposureSweep } from './exposure-sweep.js';

class Ledger extends ExposureLedger {
  changed: ChangedDay[] = [];
  failure: Error | undefined;
  readonly counted: string[] = [];
  async changedDays(): Promise<ChangedDay[]> {
    if (this.failure) throw this.failure;
    return this.changed;
  }
  async count(day: string): Promise<boolean> {
    this.counted.push(day);
    this.changed = this.changed.filter((one) => one.day !== day);
    return true;
  }
}

const MINUTE = 60_000;
const lines: string[] = [];
const log = createLog({ INPAGE_LOG_LEVEL: 'info' }, { write: (line) => void lines.push(line) });

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') }));
afterEach(() => vi.useRealTimers());

describe('the sweep of exposure', () => {
  it('counts at the start and every minute, goes on after a failure, and ends', async () => {
    const metrics = new Metrics({ process: false });
    const ledger = new Ledger();
    ledger.changed = [{ day: '2026-11-20' }, { day: '2026-11-21' }];
    const sweep = new ExposureSweep({ ledger, metrics, log });
    sweep.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(ledger.counted).toEqual(['2026-11-21', '2026-11-20']);
    ledger.failure = new Error('the database is away');
    ledger.changed = [{ day: '2026-11-19' }];
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['exposure.failed']);
    ledger.failure = undefined;
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(ledger.counted).toEqual(['2026-11-21', '2026-11-20', '2026-11-19']);
    expect(await metrics.registry.metrics()).toContain('inpage_exposure_days_counted_total 3');
    await sweep.stop();
    ledger.changed = [{ day: '2026-11-18' }];
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(ledger.counted).toHaveLength(3);
  });
});
