import type { Gamma } from '../distribution/gamma.js';
import { logRising } from '../numeric/log-gamma.js';
import { refuseUnless } from '../numeric/refuse-unless.js';
import type { Exposed } from '../rates/exposure.js';
import { DISK_SHAPE } from './disk-risk.js';

/** What was seen around a disk's move from one PC to another. Here `events` are stops, and `diskYears` the time on that side. */
export interface Swap {
  /** The disk in its first PC, up to the move. */
  readonly before: Exposed;
  /** The disk in its new PC. */
  readonly diskAfter: Exposed;
  /** The first PC with another disk in it. */
  readonly pcAfter: Exposed;
  /** Stops per disk-year in the fleet, and how alike its disks are; see `DISK_SHAPE`. */
  readonly ordinaryRate: number;
  readonly diskShape?: number;
}

export interface SwapVerdict {
  readonly kind: 'follows-the-disk' | 'stays-with-the-pc' | 'not-enough-yet';
  /** How many times likelier the observations are if the disk is at fault than if the PC is. */
  readonly likelihoodRatio: number;
}

/** Twenty to one, the same strength of evidence as a 95 % interval. */
export const SWAP_RATIO = 20;

/** Jeffreys' prior for the rate of stops before the move. */
const JEFFREYS = 0.5;

/** ln of the negative binomial chance of the events, if the rate is Gamma(shape, years). ln(events!) is left out on both sides alike. */
function logChance({ events, diskYears }: Exposed, { shape, rate }: Gamma): number {
  return (
    logRising(shape, events) - shape * Math.log1p(diskYears / rate) + events * Math.log(diskYears / (rate + diskYears))
  );
}

/**
 * A disk that changed PC: does the fault follow it? The likelihood of what both sides showed since, if the disk carries the rate from before the
 * move with it, over that if the PC keeps it. The side that is well gets a rate drawn from the fleet, where a few are not well either: so
 * two faults at once stay possible, and the ratio stays sober. Stops on both sides, or on neither, leave it near 1: not enough yet.
 * @throws RangeError unless the ordinary rate and the shape are positive.
 */
export function swapTest({ before, diskAfter, pcAfter, ordinaryRate, diskShape = DISK_SHAPE }: Swap): SwapVerdict {
  refuseUnless(ordinaryRate > 0 && diskShape > 0, 'a swap test needs a rate and a shape', ordinaryRate, diskShape);
  const faulty: Gamma = { shape: before.events + JEFFREYS, rate: before.diskYears };
  const well: Gamma = { shape: diskShape, rate: diskShape / ordinaryRate };
  const ifDisk = logChance(diskAfter, faulty) + logChance(pcAfter, well);
  const ifPc = logChance(pcAfter, faulty) + logChance(diskAfter, well);
  const likelihoodRatio = Math.exp(Math.max(-700, Math.min(700, ifDisk - ifPc)));
  if (likelihoodRatio >= SWAP_RATIO) return { kind: 'follows-the-disk', likelihoodRatio };
  if (likelihoodRatio <= 1 / SWAP_RATIO) return { kind: 'stays-with-the-pc', likelihoodRatio };
  return { kind: 'not-enough-yet', likelihoodRatio };
}
