import { binomial } from '../distribution/counts.js';
import { refuseUnless } from '../numeric/refuse-unless.js';
import type { Confidence } from '../rates/confidence.js';

export type MedianAnswer =
  | {
      readonly kind: 'median';
      readonly value: number;
      /** Null where so few values cannot bound it: six are the fewest for 95 %. */
      readonly low: number | null;
      readonly high: number | null;
    }
  | { readonly kind: 'no-values' };

/**
 * The median with its interval by order statistics: each value lies above the true median with chance ½, whatever the distribution, so the
 * k-th from below and above enclose it but for a binomial tail.
 * @throws RangeError for values that are not numbers.
 */
export function medianOf(values: readonly number[], confidence: Confidence = 0.95): MedianAnswer {
  const n = values.length;
  refuseUnless(values.every(Number.isFinite), 'a median needs numbers');
  if (n === 0) return { kind: 'no-values' };
  const sorted = [...values].sort((a, b) => a - b);
  const value = (sorted[Math.floor((n - 1) / 2)]! + sorted[Math.ceil((n - 1) / 2)]!) / 2;
  let k = 0;
  while (k < n / 2 && binomial(k, n, 0.5).atMost <= (1 - confidence) / 2) k++;
  return { kind: 'median', value, low: k === 0 ? null : sorted[k - 1]!, high: k === 0 ? null : sorted[n - k]! };
}
