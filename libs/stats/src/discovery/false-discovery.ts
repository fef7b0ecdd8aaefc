import { refuseUnless } from '../numeric/refuse-unless.js';

/**
 * Benjamini and Hochberg's adjusted p-values (JRSS B 57, 1995), in the order of the input: report those up to 0.05, and among all that are
 * reported over the years at most one in twenty is chance. Keep families apart (all models; all firmwares of one model; one week):
 * adjusting over a union of correlated splits says nothing about any of them.
 * @throws RangeError for a p-value outside 0 … 1.
 */
export function adjustForDiscovery(pValues: readonly number[]): number[] {
  const m = pValues.length;
  const order = pValues.map((p, i) => [p, i] as const).sort(([a], [b]) => a - b);
  const adjusted = Array.from({ length: m }, () => 1);
  let least = 1;
  for (let rank = m; rank >= 1; rank--) {
    const [p, i] = order[rank - 1]!;
    refuseUnless(p >= 0 && p <= 1, 'a p-value lies between 0 and 1', p);
    least = Math.min(least, (m / rank) * p);
    adjusted[i] = least;
  }
  return adjusted;
}
