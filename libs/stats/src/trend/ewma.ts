import { refuseUnless } from '../numeric/refuse-unless.js';

/**
 * The exponentially weighted moving average: z = λ · value + (1 − λ) · z before. For drawing a calm line through weekly numbers; with small
 * counts the CUSUM decides (NIST e-Handbook 6.3.2.4).
 * @throws RangeError unless 0 < λ ≤ 1.
 */
export function ewma(values: readonly number[], lambda: number, start: number): number[] {
  refuseUnless(lambda > 0 && lambda <= 1, 'an EWMA needs a weight above 0 and up to 1', lambda);
  refuseUnless([start, ...values].every(Number.isFinite), 'an EWMA needs numbers');
  let z = start;
  return values.map((value) => (z = lambda * value + (1 - lambda) * z));
}

/** The band that a steady process leaves in about one week of 370 when `width` is 3: target ± width · s · √(λ / (2 − λ)). */
export function ewmaLimits(target: number, deviation: number, lambda: number, width: number = 3): [number, number] {
  refuseUnless(lambda > 0 && lambda <= 1 && deviation >= 0, 'an EWMA needs 0 < λ ≤ 1', lambda, deviation);
  const half = width * deviation * Math.sqrt(lambda / (2 - lambda));
  return [target - half, target + half];
}
