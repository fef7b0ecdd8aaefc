import { countQuantile, negativeBinomial } from '../distribution/counts.js';
import { refuseUnless } from '../numeric/refuse-unless.js';
import { ALL_ARRIVED, type Arrived, type DelayCurve } from './delay.js';

/** With less than this having arrived, a count says more about the collectors than about the disks. */
export const LEAST_SHARE_TO_COMPLETE = 0.2;

export type StillArriving =
  | {
      readonly kind: 'estimate';
      /** Records that are expected to come on top of those counted. */
      readonly expected: number;
      /** In 19 of 20 such days at least `low` and at most `high` more will come. */
      readonly low: number;
      readonly high: number;
    }
  /** The day is so young that its number cannot be completed. */
  | { readonly kind: 'too-early' };

/** What part of the records of a day of this age has arrived. From the horizon on: all that are waited for. */
export const arrivedAt = ({ byDay }: DelayCurve, ageDays: number): Arrived =>
  byDay[Math.max(0, Math.floor(ageDays))] ?? ALL_ARRIVED;

/** Jeffreys' prior for a Poisson mean is a gamma of shape ½: it makes 0 counted mean "few", not "none". */
const JEFFREYS = 0.5;

const missing = (counted: number, arrived: number, p: number): number =>
  arrived >= 1 ? 0 : countQuantile((k) => negativeBinomial(k, counted + JEFFREYS, arrived, 1 - arrived).atMost, p);

/**
 * How many records of a day are still on their way. If the day's mean is unknown and a part F of its records has arrived, the missing ones
 * are negative binomial with shape counted + ½ and p = F. The ends take the ends of F's own interval: rather too wide than too sure.
 */
export function stillArriving(counted: number, arrived: Arrived): StillArriving {
  refuseUnless(Number.isSafeInteger(counted) && counted >= 0, 'records are counted', counted);
  if (arrived.low < LEAST_SHARE_TO_COMPLETE) return { kind: 'too-early' };
  return {
    kind: 'estimate',
    expected: ((counted + JEFFREYS) * (1 - arrived.share)) / arrived.share,
    low: missing(counted, arrived.high, 0.025),
    high: missing(counted, arrived.low, 0.975),
  };
}
