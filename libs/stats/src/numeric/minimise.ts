interface Corner {
  readonly at: readonly number[];
  readonly height: number;
}

const mix = (a: readonly number[], b: readonly number[], share: number): number[] =>
  a.map((v, i) => v + share * (b[i]! - v));

const centre = (corners: readonly Corner[]): number[] =>
  corners[0]!.at.map((_, i) => corners.reduce((sum, { at }) => sum + at[i]!, 0) / corners.length);

/**
 * The lowest point near `start` by Nelder and Mead's simplex (Computer Journal 7, 1965): needs no derivative, and forgives infinite heights,
 * which stand for forbidden ground. Ends when the corners differ in height by less than `tolerance`, or after `maxSteps`.
 */
export function minimise(
  height: (at: readonly number[]) => number,
  start: readonly number[],
  { tolerance = 1e-10, maxSteps = 4000 }: { readonly tolerance?: number; readonly maxSteps?: number } = {},
): Corner {
  const corner = (at: readonly number[]): Corner => ({ at, height: height(at) });
  let corners = [start, ...start.map((_, i) => start.map((v, j) => (i === j ? v + 0.5 : v)))].map(corner);
  for (let i = 0; i < maxSteps; i++) {
    corners.sort((a, b) => a.height - b.height);
    const best = corners[0]!;
    const worst = corners.at(-1)!;
    if (worst.height - best.height < tolerance) break;
    const others = corners.slice(0, -1);
    const moved = moveWorst(corner, worst, others);
    corners = moved ? [...others, moved] : corners.map((c) => (c === best ? c : corner(mix(best.at, c.at, 0.5))));
  }
  return corners.reduce((a, b) => (b.height < a.height ? b : a));
}

/** Reflect, then expand or contract; nothing when the simplex has to shrink. */
function moveWorst(
  corner: (at: readonly number[]) => Corner,
  worst: Corner,
  others: readonly Corner[],
): Corner | undefined {
  const middle = centre(others);
  const reflected = corner(mix(middle, worst.at, -1));
  if (reflected.height < others[0]!.height) {
    const expanded = corner(mix(middle, worst.at, -2));
    return expanded.height < reflected.height ? expanded : reflected;
  }
  if (reflected.height < others.at(-1)!.height) return reflected;
  const outside = reflected.height < worst.height;
  const contracted = corner(mix(middle, outside ? reflected.at : worst.at, 0.5));
  return contracted.height < Math.min(reflected.height, worst.height) ? contracted : undefined;
}
