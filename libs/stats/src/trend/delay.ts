import { betaQuantile } from '../distribution/beta.js';
import { refuseUnless } from '../numeric/refuse-unless.js';

/** One record by its age today and the days it took to arrive, parts of days dropped. Only records that have arrived can be listed: delay ≤ age. */
export interface Arrival {
  readonly ageDays: number;
  readonly delayDays: number;
}

/** The share of records that have arrived after so many days, with its interval. */
export interface Arrived {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What counts as complete: nothing more is waited for. */
export const ALL_ARRIVED: Arrived = { share: 1, low: 1, high: 1 };

export interface DelayCurve {
  /** Index = days since the crash; the last entry is 1: what takes longer is not foreseen, and is said to be so by `horizonDays`. */
  readonly byDay: readonly Arrived[];
  readonly horizonDays: number;
}

export type DelayAnswer =
  | ({ readonly kind: 'delays' } & DelayCurve)
  /** Fewer arrivals than make a curve. */
  | { readonly kind: 'not-enough' };

/** Below this, one slow machine is the whole curve. */
export const MIN_ARRIVALS = 30;

/** 97.5 % quantile of the standard normal. */
const Z = 1.959963984540054;

interface DayCounts {
  /** Records that took exactly this long. */
  readonly took: number;
  /** Records that took at most this long, among those old enough to have shown such a delay. */
  readonly atRisk: number;
}

/** Running sums of how many values are 0, up to 1, up to 2, … */
function upTo(values: readonly number[], last: number): number[] {
  const counts = Array.from({ length: last + 1 }, () => 0);
  for (const value of values) if (value <= last) counts[value]!++;
  let sum = 0;
  return counts.map((count) => (sum += count));
}

/** Who is younger than d days took less than d days, so one subtraction leaves those old enough that took up to d. */
function countDays(arrivals: readonly Arrival[], horizonDays: number): DayCounts[] {
  const delays = upTo(
    arrivals.map(({ delayDays }) => delayDays),
    horizonDays,
  );
  const ages = upTo(
    arrivals.map(({ ageDays }) => ageDays),
    horizonDays,
  );
  return delays.map((upToDay, d) => ({
    took: upToDay - (delays[d - 1] ?? 0),
    atRisk: upToDay - (ages[d - 1] ?? 0),
  }));
}

/**
 * How quickly records arrive, from those that have: the estimate of the reverse-time hazard (Kalbfleisch & Lawless, JASA 84, 1989; Lawless 1994).
 * A plain share would call quick arrivals too common, because the slow ones of the last days are not here yet. Delay d is judged only by
 * records at least d days old; F(d) is the product over all longer delays k of (1 − took k / took at most k). The interval is
 * Greenwood's, on the scale of ln(−ln F), so that it stays between 0 and 1.
 */
export function delayCurve(arrivals: readonly Arrival[], horizonDays: number): DelayAnswer {
  refuseUnless(Number.isSafeInteger(horizonDays) && horizonDays > 0, 'a horizon is a number of days', horizonDays);
  const sound = arrivals
    .map(({ ageDays, delayDays }) => ({ ageDays: Math.floor(ageDays), delayDays: Math.floor(delayDays) }))
    .filter(({ ageDays, delayDays }) => delayDays >= 0 && delayDays <= Math.min(ageDays, horizonDays));
  if (sound.length < MIN_ARRIVALS) return { kind: 'not-enough' };
  const days = countDays(sound, horizonDays);
  const byDay: Arrived[] = Array.from({ length: horizonDays + 1 }, () => ALL_ARRIVED);
  let share = 1;
  let variance = 0;
  for (let d = horizonDays - 1; d >= 0; d--) {
    const { took, atRisk } = days[d + 1]!;
    if (took > 0) share *= 1 - took / atRisk;
    if (took > 0 && atRisk > took) variance += took / (atRisk * (atRisk - took));
    byDay[d] = { share, ...intervalOf(share, variance, atRisk) };
  }
  return { kind: 'delays', byDay, horizonDays };
}

/** Where no slower record was seen, F is 1 by the formula, and where no quicker one was, 0: the binomial bound says how sure that is. */
function intervalOf(share: number, variance: number, seen: number): { low: number; high: number } {
  if (share >= 1) return { low: seen === 0 ? 0 : betaQuantile(seen, 1, 0.025).share, high: 1 };
  if (share <= 0) return { low: 0, high: seen === 0 ? 1 : betaQuantile(1, seen, 0.975).share };
  const width = (Z * Math.sqrt(variance)) / -Math.log(share);
  return { low: share ** Math.exp(width), high: share ** Math.exp(-width) };
}
