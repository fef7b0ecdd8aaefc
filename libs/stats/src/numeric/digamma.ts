import { refuseUnless } from './refuse-unless.js';

/**
 * ψ(x), the derivative of ln Γ: exp ψ(a) / b is the geometric mean of a Gamma(a, b). Recurrence up to 10, then the asymptotic series
 * (Abramowitz & Stegun 6.3.5 and 6.3.18).
 * @throws RangeError unless 0 < x < ∞.
 */
export function digamma(x: number): number {
  refuseUnless(x > 0 && x < Infinity, 'digamma needs a positive number', x);
  let shift = 0;
  let at = x;
  for (; at < 10; at++) shift += 1 / at;
  const s = 1 / (at * at);
  const series =
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32760 - s / 12))))));
  return Math.log(at) - 0.5 / at - series - shift;
}
