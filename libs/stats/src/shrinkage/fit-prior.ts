import { digamma } from '../numeric/digamma.js';
import { logRising } from '../numeric/log-gamma.js';
import { refuseUnless } from '../numeric/refuse-unless.js';
import { type Exposed, pooled } from '../rates/exposure.js';
import type { GammaPrior } from './gamma-prior.js';

export interface FittedPrior {
  readonly prior: GammaPrior;
  /**
   * `fitted`: by maximum likelihood. `capped`: the groups differ so little that the fit would call them equal; a spread is kept.
   * `weak`: too few groups or no event, so the expected rate counts as ten disk-years beside the fleet's own.
   */
  readonly basis: 'fitted' | 'capped' | 'weak';
}

export interface PriorOptions {
  /** The rate expected of this class of disks per disk-year, from a publication or an earlier fit; used when the fleet is small. */
  readonly expectedRate: number;
  /** What that rate weighs, in disk-years. */
  readonly weight?: number;
  readonly minGroups?: number;
  readonly maxShape?: number;
}

/** With fewer groups the spread between them is a guess. */
export const MIN_GROUPS = 20;

/** What the expected rate of a class weighs in a fleet too small to speak for itself. */
export const WEAK_PRIOR_DISK_YEARS = 10;

/**
 * Three real fleets have shapes of 0.24, 0.64 and 0.82. A fit far above says that its data are few, not that all models are equal; without a cap
 * it would explain the first bad batch away.
 */
export const MAX_SHAPE = 5;

/** Shapes are sought between e^−9 and the cap. */
const LEAST_LOG_SHAPE = -9;
const GRID = 40;

/**
 * −ln of the chance of the observed counts, if the groups' rates are drawn from the prior. Without the part that counts the orders of
 * events, −ln(x!), it could not be compared with published values, so that part is in.
 */
export function negLogLikelihood({ shape, diskYears }: GammaPrior, groups: readonly Exposed[]): number {
  return groups.reduce((sum, { events: x, diskYears: t }) => {
    const counts = logRising(shape, x) - logRising(1, x);
    const logOfRest = x === 0 ? 0 : x * Math.log(t / (diskYears + t));
    return sum - counts + shape * Math.log1p(t / diskYears) - logOfRest;
  }, 0);
}

/** A zero of a decreasing function, between two points on the logarithmic scale. */
function decreasingRoot(f: (log: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 80 && high - low > 1e-14; i++) {
    const middle = (low + high) / 2;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The likeliest β for a given shape. Each term of the score falls with β, so there is exactly one. */
function bestDiskYears(shape: number, groups: readonly Exposed[]): number {
  const score = (log: number): number => {
    const beta = Math.exp(log);
    return groups.reduce(
      (sum, { events, diskYears }) => sum + (shape * diskYears - events * beta) / (beta + diskYears),
      0,
    );
  };
  return Math.exp(decreasingRoot(score, -60, 60));
}

function shapeScore(shape: number, groups: readonly Exposed[]): number {
  const beta = bestDiskYears(shape, groups);
  const base = digamma(shape);
  return groups.reduce(
    (sum, { events, diskYears }) =>
      sum + (events === 0 ? 0 : digamma(shape + events) - base) - Math.log1p(diskYears / beta),
    0,
  );
}

/**
 * The spread of rates between groups, fitted to the fleet itself by maximum likelihood (empirical Bayes): for every shape the best β is the
 * root of a falling function, so what remains is one dimension, searched on a grid and finished by bisection of the score.
 */
export function fitPrior(groups: readonly Exposed[], options: PriorOptions): FittedPrior {
  const { expectedRate, weight = WEAK_PRIOR_DISK_YEARS, minGroups = MIN_GROUPS, maxShape = MAX_SHAPE } = options;
  refuseUnless(
    expectedRate > 0 && weight > 0,
    'a prior needs an expected rate and a weight above 0',
    expectedRate,
    weight,
  );
  const all = pooled(groups);
  if (!all || all.events === 0 || groups.length < minGroups) return weakPrior(all, expectedRate, weight);
  const priorAt = (shape: number): GammaPrior => ({ shape, diskYears: bestDiskYears(shape, groups) });
  const step = (Math.log(maxShape) - LEAST_LOG_SHAPE) / GRID;
  const logShape = (i: number): number => LEAST_LOG_SHAPE + i * step;
  const heights = Array.from({ length: GRID + 1 }, (_, i) => negLogLikelihood(priorAt(Math.exp(logShape(i))), groups));
  const best = heights.indexOf(Math.min(...heights));
  if (best === GRID && shapeScore(maxShape, groups) >= 0) return { prior: priorAt(maxShape), basis: 'capped' };
  const log = decreasingRoot(
    (at) => shapeScore(Math.exp(at), groups),
    logShape(Math.max(0, best - 1)),
    logShape(Math.min(GRID, best + 1)),
  );
  return { prior: priorAt(Math.exp(log)), basis: 'fitted' };
}

/** The expected rate, corrected by what the fleet itself has seen, with the weight that was asked for. */
function weakPrior(all: Exposed | undefined, expectedRate: number, weight: number): FittedPrior {
  const mean = (expectedRate * weight + (all?.events ?? 0)) / (weight + (all?.diskYears ?? 0));
  return { prior: { shape: mean * weight, diskYears: weight }, basis: 'weak' };
}
