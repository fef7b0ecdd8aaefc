import { betaQuantile } from '../distribution/beta.js';
import { binomial } from '../distribution/counts.js';
import type { Confidence, Estimate } from './confidence.js';
import type { Exposed } from './exposure.js';

export interface RateRatio {
  readonly kind: 'ratio';
  /** Rate of the first over rate of the second; `value` and `high` are null when the second had no event. */
  readonly ratio: Omit<Estimate, 'value'> & { readonly value: number | null };
  /** Chance of so many events or more on the first side if both rates were equal. */
  readonly pHigher: number;
  /** Chance of so few events or fewer on the first side if both rates were equal. */
  readonly pLower: number;
  /** Twice the smaller of the two, at most 1: for questions without a direction. */
  readonly pDifferent: number;
}

export type Comparison =
  | RateRatio
  /** Neither side has had an event: there is nothing to compare. */
  | { readonly kind: 'no-events' };

/**
 * Two rates against each other: firmware against firmware, before against after. Given n events in all and equal rates, those of the first
 * side are Binomial(n, t₁ / (t₁ + t₂)) (Przyborowski & Wilenski 1940), whatever the rate is; Clopper and Pearson's interval for that share,
 * turned into odds, is the interval of the ratio. Exact at any count. Old firmware sits on old disks: show their ages beside the ratio.
 */
export function compareRates(first: Exposed, second: Exposed, confidence: Confidence = 0.95): Comparison {
  const n = first.events + second.events;
  if (n === 0) return { kind: 'no-events' };
  const years = first.diskYears + second.diskYears;
  const chances = binomial(first.events, n, first.diskYears / years, second.diskYears / years);
  const { atLeast: pHigher, atMost: pLower } = chances;
  return {
    kind: 'ratio',
    ratio: ratioInterval(first, second, (1 - confidence) / 2),
    pHigher,
    pLower,
    pDifferent: Math.min(1, 2 * Math.min(pHigher, pLower)),
  };
}

function ratioInterval(first: Exposed, second: Exposed, tail: number): RateRatio['ratio'] {
  const perOdds = second.diskYears / first.diskYears;
  const ratioAt = (a: number, b: number, p: number): number => {
    const { share, rest } = betaQuantile(a, b, p);
    return (share / rest) * perOdds;
  };
  const [x1, x2] = [first.events, second.events];
  return {
    value: x2 === 0 ? null : (x1 / x2) * perOdds,
    low: x1 === 0 ? 0 : ratioAt(x1, x2 + 1, tail),
    high: x2 === 0 ? null : ratioAt(x1 + 1, x2, 1 - tail),
  };
}
