import type { Exposed } from '../rates/exposure.js';
import { minimise } from '../numeric/minimise.js';
import {
  type Cell,
  geometricMean,
  logMixtureChance,
  type Mixture,
  mixturePosterior,
  mixtureQuantile,
} from './mixture.js';
import { fitPrior } from './fit-prior.js';

/** Below this, five hyper-parameters follow single cells; one gamma takes their place. */
export const MIN_CELLS_FOR_MIXTURE = 100;

/** In tables of fewer than twenty cells a ratio of 1 counts like two expected events. */
const WEAK_RATIO_WEIGHT = 2;

/** DuMouchel's own starting point (American Statistician 53, 1999). */
const START: Mixture = { share: 1 / 3, unusual: { shape: 0.2, rate: 0.1 }, ordinary: { shape: 2, rate: 4 } };

export interface FittedMixture {
  readonly prior: Mixture;
  readonly basis: 'mixture' | 'single';
}

/**
 * A table with what independence would put into each cell: row total × column total / grand total. Cells whose row or column is empty are
 * undefined: nothing can be said about them.
 */
export function expectedCounts(table: readonly (readonly number[])[]): (Cell | undefined)[][] {
  const rows = table.map((row) => row.reduce((a, b) => a + b, 0));
  const columns = (table[0] ?? []).map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const all = rows.reduce((a, b) => a + b, 0);
  return table.map((row, i) =>
    row.map((count, j) => {
      const expected = (rows[i]! * (columns[j] ?? 0)) / all;
      return expected > 0 ? { count, expected } : undefined;
    }),
  );
}

const toFree = ({ share, unusual: u, ordinary: o }: Mixture): number[] => [
  Math.log(share / (1 - share)),
  ...[u.shape, u.rate, o.shape, o.rate].map(Math.log),
];

function fromFree([logOdds, ...logs]: readonly number[]): Mixture {
  const [us, ur, os, or] = logs.map(Math.exp) as [number, number, number, number];
  return { share: 1 / (1 + Math.exp(-logOdds!)), unusual: { shape: us, rate: ur }, ordinary: { shape: os, rate: or } };
}

/** Outside, a likelihood is flat, and the search would wander for ever. */
const withinReason = (free: readonly number[]): boolean => free.every((v) => Math.abs(v) < 12);

/** The prior of a table by maximum likelihood: two gammas where there are cells enough, else one. */
export function fitMixture(cells: readonly Cell[]): FittedMixture {
  if (cells.length < MIN_CELLS_FOR_MIXTURE) return { prior: singleGamma(cells), basis: 'single' };
  const height = (free: readonly number[]): number =>
    withinReason(free) ? -cells.reduce((sum, cell) => sum + logMixtureChance(fromFree(free), cell), 0) : Infinity;
  const first = minimise(height, toFree(START), { tolerance: 1e-4 });
  const { at } = minimise(height, first.at, { tolerance: 1e-7 });
  return { prior: fromFree(at), basis: 'mixture' };
}

function singleGamma(cells: readonly Cell[]): Mixture {
  const groups = cells.map(({ count, expected }) => ({ events: count, diskYears: expected }) as Exposed);
  const { shape, diskYears } = fitPrior(groups, { expectedRate: 1, weight: WEAK_RATIO_WEIGHT }).prior;
  const gamma = { shape, rate: diskYears };
  return { share: 1, unusual: gamma, ordinary: gamma };
}

export interface CellSignal {
  /** The ratio of observed to expected, drawn toward the table: DuMouchel's empirical Bayes geometric mean. */
  readonly ebgm: number;
  /** 95 chances in 100 that the true ratio lies above. From 2 on a cell is a signal in the literature. */
  readonly eb05: number;
  readonly eb95: number;
  /** The chance that this cell is one of the unusual kind. */
  readonly unusual: number;
}

export const EB05_SIGNAL = 2;

/** How unusual a model × status cell is, given the prior of its table. */
export function signalOf(prior: Mixture, cell: Cell): CellSignal {
  const belief = mixturePosterior(prior, cell);
  return {
    ebgm: geometricMean(belief),
    eb05: mixtureQuantile(belief, 0.05),
    eb95: mixtureQuantile(belief, 0.95),
    unusual: belief.share,
  };
}

/**
 * The first screen for tables too small for anything else: the share of a status within a model over its share elsewhere, from three crashes on
 * (proportional reporting ratio, Evans 2001). Null where it does not exist or fewer than three were seen.
 */
export function reportingRatio(seen: number, otherStatus: number, otherModels: number, neither: number): number | null {
  if (seen < 3 || otherModels === 0) return null;
  return seen / (seen + otherStatus) / (otherModels / (otherModels + neither));
}
