import { betaLogOddsDensity, incompleteBeta } from '../numeric/incomplete-beta.js';
import type { Tails } from '../numeric/incomplete-gamma.js';
import { roughNormalQuantile } from '../numeric/normal-start.js';
import { refuseUnless } from '../numeric/refuse-unless.js';
import { solveTail } from '../numeric/solve-tail.js';

/** A share and what is missing to 1, both exact: near 1 the difference would have lost its digits. */
export interface Share {
  readonly share: number;
  readonly rest: number;
}

/** Chances that a Beta(a, b) share lies below and above one. @throws RangeError unless a, b > 0. */
export const betaTails = (a: number, b: number, { share, rest }: Share): Tails => incompleteBeta(a, b, share, rest);

const shareAt = (logOdds: number): Share => ({
  share: 1 / (1 + Math.exp(-logOdds)),
  rest: 1 / (1 + Math.exp(logOdds)),
});

/**
 * The share that a Beta(a, b) variable stays below with probability p, to 12 digits unless it is smaller than 1e-50; below 5e-324 it
 * comes as that number.
 * @throws RangeError unless a, b > 0 and 0 < p < 1.
 */
export function betaQuantile(a: number, b: number, p: number): Share {
  refuseUnless(p > 0 && p < 1, 'a quantile needs a probability between 0 and 1', p);
  const side = p <= 0.5 ? 'lower' : 'upper';
  const tailAt = (u: number) => {
    const at = shareAt(u);
    return { tail: betaTails(a, b, at)[side], density: betaLogOddsDensity(a, b, at.share, at.rest) };
  };
  const start = Math.log(a / b) - roughNormalQuantile(p) * Math.sqrt(1 / a + 1 / b);
  return shareAt(solveTail(side, tailAt, Math.min(p, 1 - p), start));
}
