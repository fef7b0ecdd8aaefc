import type { Tails } from './incomplete-gamma.js';
import { refuseUnless } from './refuse-unless.js';
import { binomialKernel } from './saddle-point.js';

const TINY = 1e-300;
const EPSILON = 4e-16;

/** Enough for parameters up to 1e12; beyond, the answer is what has been reached, and not an endless loop. */
const MOST_TERMS = 10_000_000;

/**
 * The continued fraction of I_x(a, b) in the form of DiDonato and Morris (TOMS 18, 1992), quick for x < (a + 1) / (a + b + 2). Where the usual
 * form (A&S 26.5.8) begins with 1 minus nearly 1, this one has λ = a − (a + b) x, which is taken from x or y, whichever keeps its digits.
 */
function fraction(a: number, b: number, x: number, y: number): number {
  const lambda = a > b ? (a + b) * y - b : a - (a + b) * x;
  let c = 1 / TINY;
  let d = (a + 1) / (a * (lambda + 1));
  let h = d;
  for (let n = 1; ; n++) {
    const at = a + 2 * n - 1;
    const alpha = ((a + n - 1) / at) * ((a + b + n - 1) / at) * n * (b - n) * x * x;
    const beta = n + (n * (b - n) * x) / at + ((a + n) / (at + 2)) * (lambda + 1 + n * (1 + y));
    d = 1 / (beta + alpha * d || TINY);
    c = beta + alpha / c || TINY;
    h *= c * d;
    if (Math.abs(c * d - 1) <= EPSILON || n > MOST_TERMS) return h;
  }
}

/** x^a y^b / B(a, b), the density of the beta distribution on the scale of the log-odds ln(x / y). */
export const betaLogOddsDensity = (a: number, b: number, x: number, y: number): number =>
  ((a * b) / (a + b)) * binomialKernel(a, b, x, y);

/**
 * I_x(a, b) and its complement: the chance that a Beta(a, b) variable lies below, and above, x. `y` is 1 − x and is asked for because near
 * x = 1 only the caller knows it exactly. The sum of the upper binomial tail is the same number (A&S 26.5.24).
 * Relative error below 1e-12 in both tails for parameters from 1e-3 to 1e6.
 * @throws RangeError unless a and b are positive and 0 ≤ x ≤ 1.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): Tails {
  refuseUnless(a > 0 && b > 0 && a < Infinity && b < Infinity, 'the beta function needs two positive numbers', a, b);
  refuseUnless(x >= 0 && y >= 0, 'the incomplete beta function needs x from 0 to 1', x);
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  const front = betaLogOddsDensity(a, b, x, y);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, front * fraction(a, b, x, y));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, front * fraction(b, a, y, x));
  return { lower: 1 - upper, upper };
}
