/**
 * Fractional parts of the golden ratio and of the roots of 2, 3 and 7. Their multiples fill the unit interval evenly, and
 * because no sum of fractions of them is whole, together they fill the unit cube (Weyl's theorem): axes do not go in step.
 */
const STEPS = [0.618033988749895, Math.SQRT2 - 1, Math.sqrt(3) - 1, Math.sqrt(7) - 2] as const;

/**
 * Coordinate `axis` (0 to 3) of point number `index` of an even spread over [0, 1). With it 16 % of a fleet is 16 % of every
 * stretch of the fleet, where independent draws would leave a small fleet without its rare models.
 */
export function spread(index: number, axis: number, offset: number): number {
  const x = offset + (index + 1) * STEPS[axis]!;
  return x - Math.floor(x);
}

/** The entry under which a point of [0, 1) falls when entries are as wide as their shares. */
export function share<T extends { readonly share: number }>(from: readonly T[], point: number): T {
  const total = from.reduce((sum, entry) => sum + entry.share, 0);
  let left = point * total;
  return from.find((entry) => (left -= entry.share) < 0) ?? from[from.length - 1]!;
}
