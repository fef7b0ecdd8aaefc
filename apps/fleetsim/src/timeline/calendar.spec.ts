import { describe, expect, it } from 'vitest';
import { SITES } from '../fleet/sites.js';
import { Random } from '../random/random.js';
import { Calendar, DAY_MS, HOUR_MS, makeCalendar } from './calendar.js';

const END_MS = Date.UTC(2026, 8, 1, 12);
const START_MS = END_MS - 90 * DAY_MS;

describe('makeCalendar', () => {
  it.each(SITES)('keeps $name in order, inside the simulated time and in local office hours', (site) => {
    const { onTimes } = makeCalendar(Random.of(1, site.name), site, START_MS, END_MS);
    expect(onTimes.length).toBeGreaterThan(50);
    onTimes.forEach(({ fromMs, toMs }, i) => {
      expect(fromMs).toBeGreaterThan(onTimes[i - 1]?.toMs ?? START_MS - 1);
      expect(toMs - fromMs).toBeGreaterThanOrEqual(HOUR_MS / 2);
      const local = new Date(fromMs + site.offsetMinutes * 60_000).getUTCHours();
      expect(fromMs === START_MS || (local >= 7 && local < 10)).toBe(true);
    });
    expect(onTimes.at(-1)!.toMs).toBeLessThanOrEqual(END_MS);
  });
});

describe('Calendar', () => {
  const on = (day: number) => ({ fromMs: START_MS + day * DAY_MS, toMs: START_MS + day * DAY_MS + 8 * HOUR_MS });
  const calendar = new Calendar(START_MS, END_MS, [on(1), on(2), on(5)]);

  it.each([
    [0, 1],
    [1.1, 1],
    [1.5, 2],
    [3, 5],
  ])('places day %f in the on-time of day %i', (day, expected) => {
    const random = Random.of(1, 'place');
    for (let i = 0; i < 50; i++) {
      const atMs = calendar.place(random, day)!;
      expect(atMs >= on(expected).fromMs && atMs < on(expected).toMs).toBe(true);
      expect(atMs).toBeGreaterThanOrEqual(START_MS + day * DAY_MS);
    }
  });

  it('places nothing when the machine is not on again', () =>
    expect(calendar.place(Random.of(1, 'place'), 5.5)).toBeUndefined());

  it('has as many arrivals as the rate says', () => {
    const always = new Calendar(START_MS, END_MS, [{ fromMs: START_MS, toMs: END_MS }]);
    const random = Random.of(1, 'arrivals');
    let count = 0;
    for (let i = 0; i < 500; i++) count += [...always.arrivals(random, 0.1)].length;
    expect(count / 500).toBeGreaterThan(8.4);
    expect(count / 500).toBeLessThan(9.6);
  });
});
