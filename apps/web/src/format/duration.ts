const UNITS = [
  ['day', 86_400, 2 * 86_400],
  ['hour', 3_600, 2 * 3_600],
  ['minute', 60, 2 * 60],
  ['second', 1, 0],
] as const;

const inUnit = (unit: string, unitDisplay: 'long' | 'short'): Intl.NumberFormat =>
  new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay, maximumFractionDigits: 0 });

/** 90 -> 90 seconds, 600 -> 10 minutes, 200000 -> 2 days; short: 10 min. */
export function duration(seconds: number, unitDisplay: 'long' | 'short' = 'long'): string {
  const [unit, size] = UNITS.find(([, one, many]) => seconds >= (unitDisplay === 'short' ? one : many)) ?? UNITS[3];
  return inUnit(unit, unitDisplay).format(seconds / size);
}

/** 9870 -> 9.9 s, 12 -> 12 ms: how long a request took. */
export const milliseconds = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms * 10) / 10} ms` : `${(ms / 1000).toFixed(1)} s`;
