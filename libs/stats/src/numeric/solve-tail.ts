/** A tail probability at u, and the size of its slope with respect to u. */
export interface TailAt {
  readonly tail: number;
  readonly density: number;
}

/** Where a solution certainly lies: beyond, e^u leaves the range of a double. */
const EDGE = 745;
const MOST_STEPS = 200;

/** Newton's method squares its error: one step from here, nothing is left that a double could hold. */
const LAST_STEP = 1e-9;

/**
 * The u at which a tail probability has the value `target` (at most ½): Newton's method on the logarithm of the tail, which is concave
 * in u for every distribution used here, with bisection whenever a step would leave the bracket. `side` says whether the tail grows
 * with u ("lower") or shrinks ("upper"). When the solution lies beyond what e^u can hold, the answer is the edge.
 */
export function solveTail(
  side: 'lower' | 'upper',
  tailAt: (u: number) => TailAt,
  target: number,
  start: number,
): number {
  const sign = side === 'lower' ? 1 : -1;
  let low = -EDGE;
  let high = EDGE;
  let u = Math.max(low, Math.min(high, start));
  for (let i = 0; i < MOST_STEPS && high - low > 1e-15 * Math.abs(u); i++) {
    const { tail, density } = tailAt(u);
    const miss = sign * Math.log(tail / target);
    const newton = u - (miss * tail) / density;
    if (Math.abs(miss) < LAST_STEP) return newton;
    if (miss > 0) high = u;
    else low = u;
    u = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return u;
}
