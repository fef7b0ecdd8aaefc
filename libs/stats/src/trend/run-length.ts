import { refuseUnless } from '../numeric/refuse-unless.js';
import { type CusumSetting, referenceValue } from './cusum.js';

/** A setting whose sums are all multiples of 1 / perUnit, so that they can be counted. */
export interface LatticeSetting extends CusumSetting {
  readonly perUnit: number;
}

/** P(X = 0), P(X = 1), … of a Poisson variable, as far as `count`. */
function poissonChances(mean: number, count: number): number[] {
  const logs = Array.from({ length: count }, (_, x) => x);
  let logFactorial = 0;
  return logs.map((x) => {
    if (x > 0) logFactorial += Math.log(x);
    return Math.exp(x * Math.log(mean) - mean - logFactorial);
  });
}

/** Solves (1 − P) L = 1 by elimination; each row of 1 − P has its largest entry on the diagonal, so no pivoting is needed. */
function expectedSteps(matrix: Float64Array[]): number[] {
  const n = matrix.length;
  const right = new Float64Array(n).fill(1);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const factor = matrix[j]![i]! / matrix[i]![i]!;
      if (factor === 0) continue;
      for (let c = i; c < n; c++) matrix[j]![c]! -= factor * matrix[i]![c]!;
      right[j]! -= factor * right[i]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let c = i + 1; c < n; c++) right[i]! -= matrix[i]![c]! * right[c]!;
    right[i]! /= matrix[i]![i]!;
  }
  return [...right];
}

const MOST_STATES = 1024;

/**
 * The mean number of weeks until the alarm rings, if every week has `mean` events and the sum starts at 0: the Markov chain of Brook and Evans
 * (Biometrika 59, 1972), exact because all sums lie on a lattice.
 * @throws RangeError when k or h is not on the lattice, or the lattice has more than 1,024 sums below h.
 */
export function averageRunLength(mean: number, { k, h, perUnit }: LatticeSetting): number {
  const drop = Math.round(k * perUnit);
  const states = Math.round(h * perUnit);
  const onLattice = Math.abs(drop - k * perUnit) < 1e-6 && Math.abs(states - h * perUnit) < 1e-6;
  refuseUnless(mean > 0 && onLattice && states > 0 && states <= MOST_STATES, 'no lattice for mean, k, h', mean, k, h);
  const chances = poissonChances(mean, Math.ceil((states + drop) / perUnit) + 1);
  const matrix = Array.from({ length: states }, (_, i) => {
    const row = new Float64Array(states);
    row[i] = 1;
    chances.forEach((chance, x) => {
      const next = Math.max(0, i + x * perUnit - drop);
      if (next < states) row[next]! -= chance;
    });
    return row;
  });
  return expectedSteps(matrix)[0]!;
}

/** The fraction with the smallest denominator within 1 % of the wanted reference value. */
function latticeOf(k: number): { readonly k: number; readonly perUnit: number } {
  for (let perUnit = 1; ; perUnit++) {
    const near = Math.round(k * perUnit) / perUnit;
    if (near > 0 && Math.abs(near - k) <= 0.01 * k) return { k: near, perUnit };
  }
}

export type CusumDesign =
  | (LatticeSetting & {
      readonly kind: 'design';
      /** Mean number of weeks between two false alarms. */
      readonly weeksToFalseAlarm: number;
      /** Mean number of weeks until the alarm, once the rate has risen as feared. Say it: with few events it is months. */
      readonly weeksToDetection: number;
    })
  /** So few events are ordinary that the rise would take longer to show than the false alarms are to be apart. */
  | { readonly kind: 'too-few-to-watch' };

/**
 * The lowest alarm level that rings falsely no more often than once in `quietWeeks`, for a rise from `ordinary` events a week by the factor
 * `rise`.
 */
export function designCusum(ordinary: number, rise: number, quietWeeks: number): CusumDesign {
  refuseUnless(quietWeeks > 0, 'false alarms are some weeks apart', quietWeeks);
  const lattice = latticeOf(referenceValue(ordinary, ordinary * rise));
  const at = (states: number): LatticeSetting => ({ ...lattice, h: states / lattice.perUnit });
  let low = 0;
  let high = 1;
  while (high <= MOST_STATES && averageRunLength(ordinary, at(high)) < quietWeeks) [low, high] = [high, high * 2];
  if (high > MOST_STATES) return { kind: 'too-few-to-watch' };
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (averageRunLength(ordinary, at(middle)) >= quietWeeks) high = middle;
    else low = middle;
  }
  const weeksToDetection = averageRunLength(ordinary * rise, at(high));
  if (weeksToDetection > quietWeeks) return { kind: 'too-few-to-watch' };
  const weeksToFalseAlarm = averageRunLength(ordinary, at(high));
  return { kind: 'design', ...at(high), weeksToFalseAlarm, weeksToDetection };
}
