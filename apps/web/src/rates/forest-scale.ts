import type { RateGroup } from '../api/types.js';

/** The right end where no group has a rate. */
const EMPTY_SCALE = 0.05;

/**
 * The right end of the scale that all rows share: the furthest end of an interval, but not beyond three times the highest rate, lest one
 * group with few disks squeezes all others against the left.
 */
export function scaleOf(groups: readonly RateGroup[], fleetRate: number): number {
  const rates = groups.flatMap(({ outcome }) => (outcome.kind === 'rate' ? [outcome.rate] : []));
  const furthest = Math.max(0, ...rates.map(({ high }) => high));
  const highest = Math.max(fleetRate, ...rates.map(({ value }) => value));
  return (highest > 0 ? Math.min(furthest, highest * 3) : furthest) || EMPTY_SCALE;
}

/** Where a rate lies on the scale, 0 … 1; what lies beyond it lies at its end. */
export const placeOn = (scale: number, rate: number): number => Math.min(1, Math.max(0, rate / scale));
