import { type Gamma, gammaQuantile, gammaTails } from '../distribution/gamma.js';
import type { Bounded, Confidence } from '../rates/confidence.js';
import type { Exposed } from '../rates/exposure.js';

/** What is known about a rate before its own disks are asked: as if `shape` events had been seen in `diskYears`. */
export interface GammaPrior {
  readonly shape: number;
  readonly diskYears: number;
}

export const priorMean = ({ shape, diskYears }: GammaPrior): number => shape / diskYears;

/** What is known afterwards: the events and years of both added (Gaver & O'Muircheartaigh 1987). */
export const posterior = (prior: GammaPrior, { events, diskYears }: Exposed): Gamma => ({
  shape: prior.shape + events,
  rate: prior.diskYears + diskYears,
});

export interface ShrunkenRate extends Bounded {
  /** 95 chances in 100 that the true rate lies above: what groups are ranked by. A group climbs by evidence, never by being small. */
  readonly q05: number;
  /** How much of the value comes from the group's own disks, the rest from the prior: 0 … 1. */
  readonly ownWeight: number;
}

/** A group's rate, drawn toward the fleet the more the fewer disk-years it has. `low` and `high` hold the stated share of belief. */
export function shrunkenRate(prior: GammaPrior, group: Exposed, confidence: Confidence = 0.9): ShrunkenRate {
  const belief = posterior(prior, group);
  const tail = (1 - confidence) / 2;
  const q05 = gammaQuantile(belief, 0.05);
  return {
    value: belief.shape / belief.rate,
    low: confidence === 0.9 ? q05 : gammaQuantile(belief, tail),
    high: gammaQuantile(belief, 1 - tail),
    q05,
    ownWeight: group.diskYears / belief.rate,
  };
}

/** How sure one may be that the group's true rate is more than `times` the prior's mean: 0 … 1. */
export const chanceAbove = (prior: GammaPrior, group: Exposed, times: number): number =>
  gammaTails(posterior(prior, group), Math.max(0, times) * priorMean(prior)).upper;

/** Worst first by the 5 % quantile of the shrunken rate; equal ones keep their order. */
export function rankByLowerBound<T>(
  groups: readonly T[],
  exposureOf: (group: T) => Exposed,
  prior: GammaPrior,
): { readonly group: T; readonly rate: ShrunkenRate }[] {
  return groups
    .map((group) => ({ group, rate: shrunkenRate(prior, exposureOf(group)) }))
    .sort((a, b) => b.rate.q05 - a.rate.q05);
}
