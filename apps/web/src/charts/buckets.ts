import { daysOf } from '../format/window.js';

/** One count of one day; series without a point on a day have none. */
export interface DayCount {
  readonly day: string;
  readonly series: string;
  readonly crashes: number;
}

/** Bars of a chart: bucket starts and, per series, one value per bucket. */
export interface Bars {
  readonly starts: readonly string[];
  readonly perBucketDays: 1 | 7;
  readonly series: readonly { readonly key: string; readonly values: readonly number[]; readonly total: number }[];
  readonly totals: readonly number[];
  readonly total: number;
}

/** Beyond this many days a bar is a week: thinner bars than that are hairlines on a phone. */
const MAX_DAILY = 92;

/**
 * Sums days into bars, largest series first so that it lies at the bottom of the stack. Weeks are counted back from the
 * end of the window, so that the last bar is a whole week; days that do not fill a week fall into a shorter first bar.
 */
export function barsOf(from: string, to: string, counts: readonly DayCount[]): Bars {
  const days = daysOf(from, to);
  const perBucketDays = days.length > MAX_DAILY ? 7 : 1;
  const short = perBucketDays === 1 ? 0 : days.length % 7;
  const bucketOfDay = new Map(days.map((day, at) => [day, bucketAt(at, short, perBucketDays)]));
  const starts = days.filter(
    (_, at) => at === 0 || bucketAt(at, short, perBucketDays) !== bucketAt(at - 1, short, perBucketDays),
  );
  const values = new Map<string, number[]>();
  for (const { day, series, crashes } of counts) {
    const bucket = bucketOfDay.get(day);
    if (bucket === undefined) continue; // a day outside the window is not drawn
    const row = values.get(series) ?? starts.map(() => 0);
    row[bucket]! += crashes;
    values.set(series, row);
  }
  const series = [...values]
    .map(([key, row]) => ({ key, values: row, total: sum(row) }))
    .sort((a, b) => b.total - a.total || a.key.localeCompare(b.key));
  const totals = starts.map((_, at) => sum(series.map((item) => item.values[at]!)));
  return { starts, perBucketDays, series, totals, total: sum(totals) };
}

const bucketAt = (at: number, short: number, size: number): number =>
  short === 0 ? Math.floor(at / size) : at < short ? 0 : 1 + Math.floor((at - short) / size);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Running sums from the bottom of the stack up: what each series must reach to stand on those before it. */
export function stacked(series: Bars['series']): number[][] {
  const tops: number[][] = [];
  for (const { values } of series) tops.push(values.map((value, at) => value + (tops.at(-1)?.[at] ?? 0)));
  return tops;
}

/** The bar with most crashes, or undefined when there are none. */
export function peakOf(bars: Bars): { readonly start: string; readonly crashes: number } | undefined {
  const crashes = Math.max(0, ...bars.totals);
  return crashes === 0 ? undefined : { start: bars.starts[bars.totals.indexOf(crashes)]!, crashes };
}
