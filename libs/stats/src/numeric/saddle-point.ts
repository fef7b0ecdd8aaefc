import { stirlingRemainder } from './log-gamma.js';

/*
 * Loader's saddle-point expansion ("Fast and accurate computation of binomial probabilities", 2000): densities as exp(−small) instead of
 * exp(large − large). With logarithms of Γ alone, a Poisson density of mean 10⁶ has nine correct digits; this way it has fifteen.
 */

/** x ln(x / mean) + mean − x without cancellation: half the deviance of x events where `mean` were expected. */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  const square = v * v;
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= square;
    const next = sum + term / j;
    if (next === sum) return next;
    sum = next;
  }
}

/** mean^x e^−mean / Γ(x + 1) for real x > 0: the Poisson density, continued between the whole numbers. */
export const poissonKernel = (x: number, mean: number): number =>
  Math.exp(-stirlingRemainder(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);

/** Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) · p^a q^b for real a, b > 0 and q = 1 − p: the binomial density, continued likewise. */
export function binomialKernel(a: number, b: number, p: number, q: number): number {
  const n = a + b;
  const remainder = stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b);
  return Math.exp(remainder - deviance(a, n * p) - deviance(b, n * q)) * Math.sqrt(n / (2 * Math.PI * a * b));
}
