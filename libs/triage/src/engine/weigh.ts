import { CAUSE_CLASSES, type CauseClass } from '@inpage/codes';
import type { Reason } from '../verdict.js';

/** Doubt that every verdict starts with: evidence of this weight alone gives a confidence of one half. */
export const PRIOR_DOUBT = 2;
/** Lighter than this is a hint; hints may support a cause and never make one. */
const LEAST_WEIGHT = 2;
/** Below this share a cause is one of many. */
const LEAST_CONFIDENCE = 0.3;
/** The first cause outweighs the second by this factor, or the verdict stays open. */
const LEAST_LEAD = 1.1;

export interface Weighed {
  readonly cause: CauseClass;
  readonly confidence: number;
}

const OPEN: Weighed = { cause: 'unknown', confidence: 0 };

/** Weight per cause, heaviest first; equal weights in the order of CAUSE_CLASSES, so the same reasons give the same list. */
export function weightByCause(reasons: readonly Reason[]): readonly (readonly [CauseClass, number])[] {
  const weightOf = (cause: CauseClass): number =>
    reasons.filter((reason) => reason.cause === cause).reduce((sum, { weight }) => sum + weight, 0);
  return CAUSE_CLASSES.map((cause) => [cause, weightOf(cause)] as const)
    .filter(([, weight]) => weight > 0)
    .sort(([, a], [, b]) => b - a);
}

/**
 * The cause with the most weight, and confidence = its weight / (weight of all reasons + PRIOR_DOUBT). Reasons for `unknown`
 * are doubt: they are part of the sum and cannot win. Evidence that is too light, too spread or too tied gives `unknown`,
 * which claims nothing and so has confidence 0.
 */
export function weigh(reasons: readonly Reason[]): Weighed {
  const all = weightByCause(reasons);
  const [top, second] = all.filter(([cause]) => cause !== 'unknown');
  if (top === undefined || top[1] < LEAST_WEIGHT) return OPEN;
  if (second !== undefined && top[1] < second[1] * LEAST_LEAD) return OPEN;
  const confidence = top[1] / (all.reduce((sum, [, weight]) => sum + weight, 0) + PRIOR_DOUBT);
  return confidence < LEAST_CONFIDENCE ? OPEN : { cause: top[0], confidence };
}
