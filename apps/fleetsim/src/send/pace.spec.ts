import { describe, expect, it } from 'vitest';
import { Pace } from './pace.js';

describe('Pace', () => {
  it('spaces batches so that the rate is kept', async () => {
    let nowMs = 0;
    const pace = new Pace(
      50,
      () => nowMs,
      (ms) => Promise.resolve((nowMs += ms)),
    );
    for (let i = 0; i < 5; i++) await pace.take(100);
    expect(nowMs).toBe(8000);
  });

  it('does not make up for time in which nobody sent', async () => {
    let nowMs = 0;
    const waits: number[] = [];
    const pace = new Pace(
      100,
      () => nowMs,
      (ms) => Promise.resolve(waits.push(ms)),
    );
    await pace.take(100);
    nowMs = 60_000;
    await pace.take(100);
    await pace.take(100);
    expect(waits).toEqual([1000]);
  });

  it('never waits when asked for as much as goes', async () => {
    const pace = new Pace('asap', Date.now, () => Promise.reject(new Error('waited')));
    await expect(pace.take(1_000_000)).resolves.toBeUndefined();
  });
});
