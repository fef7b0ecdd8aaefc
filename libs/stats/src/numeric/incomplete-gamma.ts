import { logGamma1Plus } from './log-gamma.js';
import { refuseUnless } from './refuse-unless.js';
import { poissonKernel } from './saddle-point.js';

const TINY = 1e-300;
const EPSILON = 1e-16;

/** Enough for shapes up to 1e12; whoever asks beyond gets what has been summed by then, and not an endless loop. */
const MOST_TERMS = 10_000_000;

/** Both halves of the regularised incomplete gamma function. Keep the one that is small: the other is 1 minus it. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const fromLower = (lower: number): Tails => ({ lower: Math.min(1, lower), upper: Math.max(0, 1 - lower) });
const fromUpper = (upper: number): Tails => ({ lower: Math.max(0, 1 - upper), upper: Math.min(1, upper) });

/** P by its power series (A&S 6.5.29): all terms positive, ends because x < a + 1. */
function lowerBySeries(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; term > sum * EPSILON && n < MOST_TERMS; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * poissonKernel(a, x);
}

/** Q by Legendre's continued fraction (A&S 6.5.31), evaluated forward by the modified Lentz method. */
function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let n = 1; ; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b || TINY);
    c = b + an / c || TINY;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) <= 4 * EPSILON || n > MOST_TERMS) return h * a * poissonKernel(a, x);
  }
}

/**
 * Q for a small shape and x below 1, where P is nearly 1 and 1 − P would lose its digits (Gautschi 1979):
 * 1 − x^a / Γ(1 + a) is taken with expm1, the rest is a short alternating series.
 */
function upperOfSmallShape(a: number, x: number): number {
  const logLead = a * Math.log(x) - logGamma1Plus(a);
  let series = 0;
  let power = 1;
  for (let n = 1; Math.abs(power) > EPSILON * Math.abs(series); n++) {
    power *= -x / n;
    series += power / (a + n);
  }
  return -Math.expm1(logLead) - Math.exp(logLead) * a * series;
}

/**
 * P(a, x) and Q(a, x) = 1 − P: the chance that a Gamma(a, 1) variable lies below, and above, x. The same two numbers are Poisson's:
 * Q(k + 1, μ) is the chance of at most k events where μ are expected.
 * Relative error below 1e-12 in both tails for shapes from 1e-3 to 1e6; the cost grows with the root of the shape near x = a.
 * @throws RangeError unless a is positive and x not negative.
 */
export function incompleteGamma(a: number, x: number): Tails {
  refuseUnless(a > 0 && a < Infinity, 'the incomplete gamma function needs a positive shape', a);
  refuseUnless(x >= 0, 'the incomplete gamma function needs x at or above 0', x);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  if (a < 1) return x < 1 ? smallShape(a, x) : fromUpper(upperByFraction(a, x));
  return x < a + 1 ? fromLower(lowerBySeries(a, x)) : fromUpper(upperByFraction(a, x));
}

function smallShape(a: number, x: number): Tails {
  const upper = upperOfSmallShape(a, x);
  return upper < 0.5 ? fromUpper(upper) : fromLower(lowerBySeries(a, x));
}
