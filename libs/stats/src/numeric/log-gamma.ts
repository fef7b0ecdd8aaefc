import { refuseUnless } from './refuse-unless.js';

/** ζ(k) − 1 for k = 2, 3, …: the coefficients of ln Γ(2 + x) around 0 (Abramowitz & Stegun 6.1.33 and 23.2). */
const ZETA_MINUS_1 = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.490155482836504e-8,
  7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9, 9.313274324196682e-10, 4.656629065033784e-10,
];
const ONE_MINUS_EULER = 0.4227843350984671;
const HALF_LN_2PI = 0.9189385332046728;

/** From here on Stirling's series with seven terms is exact to the last bit. */
const STIRLING_FROM = 10;

/** ln Γ(2 + x) for |x| ≤ 0.5, exact relative to its own size, also beside its zero. */
function logGamma2Plus(x: number): number {
  let sum = 0;
  for (let i = ZETA_MINUS_1.length - 1; i >= 0; i--) sum = x * (ZETA_MINUS_1[i]! / (i + 2) - sum);
  return x * (ONE_MINUS_EULER + sum);
}

/** What Stirling's formula leaves over: ln Γ(x + 1) − [(x + ½) ln x − x + ½ ln 2π] for x ≥ 10 (A&S 6.1.41). */
export function stirlingSeries(x: number): number {
  const s = 1 / (x * x);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))))) / x;
}

/** ln Γ(1 + x) for x ≥ 0, with full relative precision beside its zeros x = 0 and x = 1. */
export function logGamma1Plus(x: number): number {
  if (x <= 0.5) return logGamma2Plus(x) - Math.log1p(x);
  if (x <= 1.5) return logGamma2Plus(x - 1);
  if (x >= STIRLING_FROM) return (x + 0.5) * Math.log(x) - x + HALF_LN_2PI + stirlingSeries(x);
  const steps = Math.round(x - 1);
  let product = 1;
  for (let i = 0; i < steps; i++) product *= x - i;
  return Math.log(product) + logGamma2Plus(x - 1 - steps);
}

/**
 * ln Γ(x), the logarithm of the gamma function: Γ(n) = (n − 1)! for whole n.
 * @throws RangeError unless 0 < x < ∞.
 */
export function logGamma(x: number): number {
  refuseUnless(x > 0 && x < Infinity, 'log-gamma needs a positive number', x);
  return x < 1 ? logGamma1Plus(x) - Math.log(x) : logGamma1Plus(x - 1);
}

/** Stirling's remainder for any x > 0; see `stirlingSeries`. */
export const stirlingRemainder = (x: number): number =>
  x >= STIRLING_FROM ? stirlingSeries(x) : logGamma1Plus(x) - (x + 0.5) * Math.log(x) + x - HALF_LN_2PI;

/** Up to so many factors, their product is quicker than two logarithms of Γ, and loses nothing. */
const FEW = 12;

/** ln(x (x + 1) … (x + n − 1)) = ln Γ(x + n) − ln Γ(x) for whole n ≥ 0 and x > 0. */
export function logRising(x: number, n: number): number {
  if (n > FEW) return logGamma(x + n) - logGamma(x);
  let product = 1;
  for (let i = 0; i < n; i++) product *= x + i;
  return Math.log(product);
}
