import { gammaQuantile, gammaUpperQuantile } from '../distribution/gamma.js';
import { refuseUnless } from '../numeric/refuse-unless.js';
import type { Bounded, Confidence } from './confidence.js';
import { DAYS_PER_DISK_YEAR, type Exposed } from './exposure.js';

/**
 * Events per disk-year with Garwood's exact interval (Biometrika 28, 1936): the rates that would not have made so few, or so many, events
 * surprising. It covers the truth at least as often as stated for every rate and every count, 0 included, where the lower end is 0.
 */
export function rateOf({ events, diskYears }: Exposed, confidence: Confidence = 0.95): Bounded {
  const tail = (1 - confidence) / 2;
  return {
    value: events / diskYears,
    low: events === 0 ? 0 : gammaQuantile({ shape: events, rate: diskYears }, tail),
    high: gammaUpperQuantile({ shape: events + 1, rate: diskYears }, tail),
  };
}

/** What has to be seen before a rate is printed. */
export interface Floor {
  readonly disks: number;
  readonly diskDays: number;
}

/**
 * 10,000 disk-days is Backblaze's limit: below it even 0 events excludes no rate under 13 % a year. Ten disks, because the events are counted
 * per disk: fewer disks, however long they ran, say more about one place than about a model.
 */
export const RATE_FLOOR: Floor = { disks: 10, diskDays: 10_000 };

export type RateAnswer =
  | ({ readonly kind: 'rate' } & Bounded)
  /** Not enough disks to say; how many disks and disk-days are missing. */
  | { readonly kind: 'not-enough'; readonly missingDisks: number; readonly missingDiskDays: number };

/** The rate of a group, or that there are not enough disks to say. */
export function rateOrNot(
  group: Exposed,
  disks: number,
  confidence: Confidence = 0.95,
  floor: Floor = RATE_FLOOR,
): RateAnswer {
  refuseUnless(disks >= 0, 'disks are counted', disks);
  const missingDisks = Math.max(0, floor.disks - disks);
  const missingDiskDays = Math.max(0, Math.ceil(floor.diskDays - group.diskYears * DAYS_PER_DISK_YEAR - 1e-6));
  if (missingDisks > 0 || missingDiskDays > 0) return { kind: 'not-enough', missingDisks, missingDiskDays };
  return { kind: 'rate', ...rateOf(group, confidence) };
}
