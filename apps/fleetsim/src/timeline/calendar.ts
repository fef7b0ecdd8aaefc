import type { Site } from '../fleet/sites.js';
import { Random } from '../random/random.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** One stretch of time in which a machine is on, half open. */
export interface OnTime {
  readonly fromMs: number;
  readonly toMs: number;
}

/** When one machine is on. Moments are given in days since the start of the simulation. */
export class Calendar {
  constructor(
    readonly startMs: number,
    readonly endMs: number,
    readonly onTimes: readonly OnTime[],
  ) {}

  get days(): number {
    return (this.endMs - this.startMs) / DAY_MS;
  }

  /** A moment in the first on-time at or after `day`; `undefined` when the machine is not on again before the end. */
  place(random: Random, day: number): number | undefined {
    const from = this.startMs + day * DAY_MS;
    const on = this.onTimes[this.#firstEndingAfter(from)];
    if (!on) return undefined;
    const low = Math.max(on.fromMs, from);
    return Math.floor(random.between(low, on.toMs));
  }

  /** Moments of a Poisson process with `perDay` events a calendar day, within on-times. */
  *arrivals(random: Random, perDay: number, fromDay = 0, toDay = this.days): Generator<number> {
    for (let day = fromDay + random.wait(perDay); day < toDay; day += random.wait(perDay)) {
      const atMs = this.place(random, day);
      if (atMs !== undefined) yield atMs;
    }
  }

  #firstEndingAfter(ms: number): number {
    let low = 0;
    let high = this.onTimes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.onTimes[middle]!.toMs > ms) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

const WEEKDAY = 0.93;
const WEEKEND = 0.12;
/** Shorter stretches at the edges of the simulation are left out. */
const SHORTEST_MS = 30 * MINUTE_MS;

/** Office hours in the machine's own time zone, most weekdays and few weekends. */
export function makeCalendar(random: Random, site: Site, startMs: number, endMs: number): Calendar {
  const offsetMs = site.offsetMinutes * MINUTE_MS;
  const firstMidnight = Math.floor((startMs + offsetMs) / DAY_MS) * DAY_MS - offsetMs;
  const onTimes: OnTime[] = [];
  for (let midnight = firstMidnight; midnight < endMs; midnight += DAY_MS) {
    const weekday = new Date(midnight + offsetMs).getUTCDay();
    const isOn = random.chance(weekday === 0 || weekday === 6 ? WEEKEND : WEEKDAY);
    const fromMs = Math.max(startMs, Math.floor(midnight + random.between(7, 9.5) * HOUR_MS));
    const toMs = Math.min(endMs, Math.floor(midnight + random.between(15.5, 19) * HOUR_MS));
    if (isOn && toMs - fromMs >= SHORTEST_MS) onTimes.push({ fromMs, toMs });
  }
  return new Calendar(startMs, endMs, onTimes);
}
