import { type Gamma, gammaTails } from '../distribution/gamma.js';
import { digamma } from '../numeric/digamma.js';
import { logRising } from '../numeric/log-gamma.js';
import { refuseUnless } from '../numeric/refuse-unless.js';
import { poissonKernel } from '../numeric/saddle-point.js';
import { solveTail } from '../numeric/solve-tail.js';

/** A cell of a table: how often a model was seen with a status, and how often it would be if the two had nothing to do with each other. */
export interface Cell {
  readonly count: number;
  readonly expected: number;
}

/** Two kinds of cells: a share of unusual ones and the ordinary rest, each with its own gamma. A share of 1 is a single gamma. */
export interface Mixture {
  readonly share: number;
  readonly unusual: Gamma;
  readonly ordinary: Gamma;
}

/** ln of the negative binomial chance of the count under one of the two gammas, without the part that both have in common. */
const logChance = ({ shape, rate }: Gamma, { count, expected }: Cell): number =>
  logRising(shape, count) -
  shape * Math.log1p(expected / rate) +
  (count === 0 ? 0 : count * Math.log(expected / (rate + expected)));

/** ln of the chance of a count, up to what does not depend on the mixture. */
export function logMixtureChance({ share, unusual, ordinary }: Mixture, cell: Cell): number {
  const a = Math.log(share) + logChance(unusual, cell);
  const b = Math.log1p(-share) + logChance(ordinary, cell);
  const top = Math.max(a, b);
  return top + Math.log(Math.exp(a - top) + Math.exp(b - top));
}

/** What is believed about a cell's ratio of observed to expected, now that its count is known. */
export function mixturePosterior(prior: Mixture, cell: Cell): Mixture {
  const { count, expected } = cell;
  refuseUnless(
    Number.isSafeInteger(count) && count >= 0 && expected > 0,
    'a cell needs a count and something expected',
    count,
    expected,
  );
  const advantage = logChance(prior.ordinary, cell) - logChance(prior.unusual, cell);
  const odds = ((1 - prior.share) / prior.share) * Math.exp(advantage);
  const grown = ({ shape, rate }: Gamma): Gamma => ({ shape: shape + count, rate: rate + expected });
  return { share: 1 / (1 + odds), unusual: grown(prior.unusual), ordinary: grown(prior.ordinary) };
}

/** exp of the mean logarithm: DuMouchel's EBGM when the mixture is a posterior. */
export function geometricMean({ share, unusual, ordinary }: Mixture): number {
  const meanLog = ({ shape, rate }: Gamma): number => digamma(shape) - Math.log(rate);
  return Math.exp(share * meanLog(unusual) + (1 - share) * meanLog(ordinary));
}

/** The value that a mixture stays below with probability p. */
export function mixtureQuantile({ share, unusual, ordinary }: Mixture, p: number): number {
  refuseUnless(p > 0 && p < 1, 'a quantile needs a probability between 0 and 1', p);
  const side = p <= 0.5 ? 'lower' : 'upper';
  const density = ({ shape, rate }: Gamma, x: number): number => shape * poissonKernel(shape, rate * x);
  const tailAt = (u: number) => {
    const x = Math.exp(u);
    return {
      tail: share * gammaTails(unusual, x)[side] + (1 - share) * gammaTails(ordinary, x)[side],
      density: share * density(unusual, x) + (1 - share) * density(ordinary, x),
    };
  };
  return Math.exp(solveTail(side, tailAt, Math.min(p, 1 - p), Math.log(geometricMean({ share, unusual, ordinary }))));
}
