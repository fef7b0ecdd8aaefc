import { incompleteBeta } from '../numeric/incomplete-beta.js';
import { incompleteGamma } from '../numeric/incomplete-gamma.js';
import { refuseUnless } from '../numeric/refuse-unless.js';

/** Chances of at most k, and of at least k: both contain k itself, so they add up to more than 1. */
export interface CountChances {
  readonly atMost: number;
  readonly atLeast: number;
}

const whole = (k: number): void =>
  refuseUnless(Number.isSafeInteger(k) && k >= 0, 'a count is a whole number at or above 0', k);

/** k events where `mean` are expected. @throws RangeError for a broken count or a negative mean. */
export function poisson(k: number, mean: number): CountChances {
  whole(k);
  refuseUnless(mean >= 0 && mean < Infinity, 'a Poisson mean is a number at or above 0', mean);
  return { atMost: incompleteGamma(k + 1, mean).upper, atLeast: k === 0 ? 1 : incompleteGamma(k, mean).lower };
}

/** k of n, each with probability p. @throws RangeError unless k ≤ n and 0 ≤ p ≤ 1. */
export function binomial(k: number, n: number, p: number, q: number = 1 - p): CountChances {
  whole(k);
  whole(n);
  refuseUnless(k <= n && p >= 0 && q >= 0, 'a binomial needs k up to n and p from 0 to 1', k, n, p);
  return {
    atMost: k === n ? 1 : incompleteBeta(k + 1, n - k, p, q).upper,
    atLeast: k === 0 ? 1 : incompleteBeta(k, n - k + 1, p, q).lower,
  };
}

/**
 * k events when the rate itself is Gamma(shape, β) and the exposure t: the negative binomial with p = β / (β + t), mean shape · t / β.
 * @throws RangeError unless shape > 0 and 0 < p ≤ 1.
 */
export function negativeBinomial(k: number, shape: number, p: number, q: number = 1 - p): CountChances {
  whole(k);
  refuseUnless(p > 0 && q >= 0, 'a negative binomial needs p above 0 and up to 1', p);
  return {
    atMost: incompleteBeta(shape, k + 1, p, q).lower,
    atLeast: k === 0 ? 1 : incompleteBeta(shape, k, p, q).upper,
  };
}

/** The smallest count that is not exceeded with probability at least p, for any of the three. `near` is a first guess, for speed. */
export function countQuantile(atMost: (k: number) => number, p: number, near: number = 0): number {
  refuseUnless(p > 0 && p < 1, 'a quantile needs a probability between 0 and 1', p);
  let step = 1;
  let low = Math.max(-1, Math.floor(near) - 1);
  for (; low >= 0 && atMost(low) >= p; step *= 2) low = Math.max(-1, low - step);
  let high = low + 1;
  for (step = 1; atMost(high) < p; step *= 2) {
    low = high;
    high += step;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (atMost(middle) < p) low = middle;
    else high = middle;
  }
  return high;
}
