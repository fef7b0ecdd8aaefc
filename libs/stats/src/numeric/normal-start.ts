/**
 * A rough standard normal quantile for the upper tail `q` (A&S 26.2.22, error below 0.003): good enough to start a search, and used for
 * nothing else.
 */
export function roughNormalQuantile(q: number): number {
  const tail = Math.min(q, 1 - q);
  const t = Math.sqrt(-2 * Math.log(tail));
  const z = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t));
  return q < 0.5 ? z : -z;
}
