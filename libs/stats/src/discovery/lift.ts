import { binomialKernel } from '../numeric/saddle-point.js';
import type { Bounded, Confidence } from '../rates/confidence.js';
import { shareOf, type Tally } from '../rates/share-of.js';
import { adjustForDiscovery } from './false-discovery.js';

/** The density of k of n between the whole numbers' ends: 0 and n have no Stirling remainder. */
function binomialDensity(k: number, n: number, p: number): number {
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  return binomialKernel(k, n - k, p, 1 - p);
}

interface Draw {
  readonly drawn: number;
  readonly marked: number;
  readonly total: number;
}

/** Chance of exactly k marked ones in the draw, by Loader's three binomials. */
function drawnExactly(k: number, { drawn, marked, total }: Draw): number {
  const p = drawn / total;
  const inside = binomialDensity(k, marked, p) * binomialDensity(drawn - k, total - marked, p);
  return inside / binomialDensity(drawn, total, p);
}

/** The densities from k on to `last`, away from the middle, each from the one before. */
function tailSum(k: number, last: number, draw: Draw, ratio: (k: number) => number): number {
  const step = Math.sign(last - k);
  let term = drawnExactly(k, draw);
  let sum = term;
  for (let at = k; at !== last && term > sum * 1e-17; at += step) {
    term *= ratio(at);
    sum += term;
  }
  return Math.min(1, sum);
}

/**
 * Chance of at least `hits` marked ones when `drawn` are drawn from a fleet of `total` with `marked`: the upper tail of the hypergeometric
 * distribution, Fisher's exact test. Summed outward from the middle, so that nothing small is lost.
 */
export function drawnAtLeast(hits: number, draw: Draw): number {
  const { drawn, marked, total } = draw;
  const least = Math.max(0, drawn + marked - total);
  const most = Math.min(drawn, marked);
  if (hits <= least) return 1;
  if (hits > most) return 0;
  const spare = total - marked - drawn;
  if (hits > (drawn * marked) / total) {
    return tailSum(hits, most, draw, (k) => ((marked - k) / (k + 1)) * ((drawn - k) / (spare + k + 1)));
  }
  return 1 - tailSum(hits - 1, least, draw, (k) => (k / (marked - k + 1)) * ((spare + k) / (drawn - k + 1)));
}

export interface Lift extends Bounded {
  readonly kind: 'lift';
  readonly p: number;
}

export type LiftAnswer =
  | Lift
  /** The group is empty, or nothing in the fleet has the trait, or everything has: the trait cannot tell them apart. */
  | { readonly kind: 'nothing-to-compare' };

/**
 * How many times more often a trait (a firmware, a driver version, a site) occurs in a group than in the fleet that the group is part of.
 * The fleet's share is counted, not estimated; the interval is that of the group's share, divided by it.
 */
export function liftOf(group: Tally, fleet: Tally, confidence: Confidence = 0.95): LiftAnswer {
  const share = shareOf(group, confidence);
  const sound = fleet.of >= group.of && fleet.hits >= group.hits && fleet.of - fleet.hits >= group.of - group.hits;
  if (share.kind === 'no-cases' || !sound || fleet.hits === 0 || fleet.hits === fleet.of) {
    return { kind: 'nothing-to-compare' };
  }
  const usual = fleet.hits / fleet.of;
  const p = drawnAtLeast(group.hits, { drawn: group.of, marked: fleet.hits, total: fleet.of });
  return { kind: 'lift', value: share.value / usual, low: share.low / usual, high: share.high / usual, p };
}

export interface UnusualTrait<T> extends Lift {
  readonly trait: T;
  readonly q: number;
}

/** The traits that can be compared, most surprising first, with false-discovery control over all that were looked at. */
export function unusualTraits<T>(traits: readonly { trait: T; group: Tally; fleet: Tally }[]): UnusualTrait<T>[] {
  const lifts = traits.flatMap(({ trait, group, fleet }) => {
    const lift = liftOf(group, fleet);
    return lift.kind === 'lift' ? [{ trait, ...lift }] : [];
  });
  const q = adjustForDiscovery(lifts.map(({ p }) => p));
  return lifts.map((lift, i) => ({ ...lift, q: q[i]! })).sort((a, b) => a.p - b.p || b.value - a.value);
}
