import { incompleteGamma, type Tails } from '../numeric/incomplete-gamma.js';
import { logGamma1Plus } from '../numeric/log-gamma.js';
import { roughNormalQuantile } from '../numeric/normal-start.js';
import { refuseUnless } from '../numeric/refuse-unless.js';
import { poissonKernel } from '../numeric/saddle-point.js';
import { solveTail } from '../numeric/solve-tail.js';

/** The gamma distribution with mean shape / rate: what is believed about a rate per disk-year when `rate` is in disk-years. */
export interface Gamma {
  readonly shape: number;
  readonly rate: number;
}

/** Chances that a gamma variable lies below and above x. */
export const gammaTails = ({ shape, rate }: Gamma, x: number): Tails => incompleteGamma(shape, x * rate);

/** Wilson and Hilferty's cube root where it holds, else the leading term of P. */
function startOf(shape: number, lower: number, upper: number): number {
  const z = roughNormalQuantile(upper);
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  if (root > 0.2 && shape > 0.1) return Math.log(shape) + 3 * Math.log(root);
  return Math.min((Math.log(lower) + logGamma1Plus(shape)) / shape, 0);
}

function unitQuantile(shape: number, lower: number, upper: number): number {
  const side = lower <= upper ? 'lower' : 'upper';
  const tailAt = (u: number) => {
    const x = Math.exp(u);
    return { tail: incompleteGamma(shape, x)[side], density: shape * poissonKernel(shape, x) };
  };
  return Math.exp(solveTail(side, tailAt, Math.min(lower, upper), startOf(shape, lower, upper)));
}

function checked({ shape, rate }: Gamma, p: number): void {
  refuseUnless(
    shape > 0 && rate > 0 && shape < Infinity && rate < Infinity,
    'a gamma needs shape and rate',
    shape,
    rate,
  );
  refuseUnless(p > 0 && p < 1, 'a quantile needs a probability between 0 and 1', p);
}

/**
 * The value that a gamma variable stays below with probability p. Values below 5e-324, which small shapes have, come as that number.
 * @throws RangeError unless 0 < p < 1.
 */
export function gammaQuantile(of: Gamma, p: number): number {
  checked(of, p);
  return unitQuantile(of.shape, p, 1 - p) / of.rate;
}

/** The value that a gamma variable exceeds with probability q: exact where 1 − q would round to 1. */
export function gammaUpperQuantile(of: Gamma, q: number): number {
  checked(of, q);
  return unitQuantile(of.shape, 1 - q, q) / of.rate;
}
