export type Trend = 'worse' | 'better' | 'same';

/**
 * Is it getting worse? Two Poisson counts over equal windows differ by chance by about the root of their sum; less than
 * twice that is called the same, because an administrator who is alarmed by noise stops looking.
 */
export function trendOf(now: number, before: number): Trend {
  const difference = now - before;
  if (Math.abs(difference) <= 2 * Math.sqrt(now + before)) return 'same';
  return difference > 0 ? 'worse' : 'better';
}

/** Relative change, or undefined when nothing happened before: a share of zero says nothing. */
export const changeOf = (now: number, before: number): number | undefined =>
  before === 0 ? undefined : (now - before) / before;
