import { describe, expect, it } from 'vitest';
import { correlate } from './correlate.js';
import { bugcheck, DAY, evidence, HOUR, MINUTE, NOON, PC_BAD_SSD } from './evidence.fixture.js';
import type { Evidence } from './evidence.js';
import { leadUpWindows, MOST_AROUND_A_STOP } from './lead-up-window.js';
import { reduceStop } from './reduce-stop.js';

const windowsOf = (...told: Evidence[]) => leadUpWindows(PC_BAD_SSD, correlate(told).map(reduceStop));
const crash = (atMs: number, p1 = 1n) => evidence('crash', atMs, { code: 0x7a, parameters: [p1, 0xc000000en, p1, 0n] });

describe('the window of a stop', () => {
  it('begins a week before it and ends an hour after the last report of the next start', () => {
    const [window] = windowsOf(evidence('crash', NOON, bugcheck), evidence('wer-1001', NOON + 3 * DAY, bugcheck));
    expect(window).toMatchObject({ fromMs: NOON - 7 * DAY, pivotMs: NOON, toMs: NOON + 3 * DAY + HOUR });
  });

  it('ends where the machine stops again', () => {
    const windows = windowsOf(crash(NOON, 1n), crash(NOON + 20 * MINUTE, 2n));
    expect(windows.map(({ toMs }) => toMs)).toEqual([NOON + 20 * MINUTE, NOON + 80 * MINUTE]);
  });

  it('reaches beyond a last sign of life, because the machine ran on for some minutes', () => {
    const lastAlive = (reportedMs: number) =>
      windowsOf(evidence('eventlog-6008', reportedMs, { stoppedAtMs: NOON }))[0];
    expect(lastAlive(NOON + 3 * DAY)).toMatchObject({ pivotMs: NOON + 10 * MINUTE });
    expect(lastAlive(NOON + 5 * MINUTE)).toMatchObject({ pivotMs: NOON + 3 * MINUTE });
    expect(lastAlive(NOON + MINUTE)).toMatchObject({ pivotMs: NOON });
  });

  it('is shared evenly by the stops of a machine that does nothing else', () => {
    const stops = (n: number) =>
      windowsOf(...Array.from({ length: n }, (_, i) => crash(NOON + i * HOUR, BigInt(i + 1))));
    const most = (n: number) => stops(n).reduce((sum, { before, after }) => sum + before + after, 0);
    expect(most(1)).toBe(MOST_AROUND_A_STOP);
    expect(most(50)).toBe(50 * MOST_AROUND_A_STOP);
    expect(most(500)).toBe(10_000);
    expect(stops(500)[7]).toMatchObject({ before: 15, after: 5 });
  });
});
