import { type Brand, err, ok, type Result } from '@inpage/core';
import { betaQuantile } from '../distribution/beta.js';
import type { Bounded, Confidence } from './confidence.js';

/** So many of so many, such as disks with a firmware among the disks of a group. Made by `tally` only: `hits` is never above `of`. */
export type Tally = Brand<{ readonly hits: number; readonly of: number }, 'Tally'>;

export function tally(hits: number, of: number): Result<Tally, 'not-a-count' | 'more-hits-than-cases'> {
  const whole = [hits, of].every((n) => Number.isSafeInteger(n) && n >= 0);
  if (!whole) return err('not-a-count');
  return hits > of ? err('more-hits-than-cases') : ok({ hits, of } as Tally);
}

/** Nothing was counted, so no share exists. */
export type ShareAnswer = ({ readonly kind: 'share' } & Bounded) | { readonly kind: 'no-cases' };

/**
 * A share with Clopper and Pearson's exact interval (Biometrika 26, 1934): like Garwood's it keeps its promise at 0, 1 and 2, where
 * shorter intervals do so only on average.
 */
export function shareOf({ hits, of }: Tally, confidence: Confidence = 0.95): ShareAnswer {
  if (of === 0) return { kind: 'no-cases' };
  const tail = (1 - confidence) / 2;
  return {
    kind: 'share',
    value: hits / of,
    low: hits === 0 ? 0 : betaQuantile(hits, of - hits + 1, tail).share,
    high: hits === of ? 1 : betaQuantile(hits + 1, of - hits, 1 - tail).share,
  };
}
