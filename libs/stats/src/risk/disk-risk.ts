import { type Gamma, gammaQuantile } from '../distribution/gamma.js';
import { refuseUnless } from '../numeric/refuse-unless.js';
import { DAYS_PER_DISK_YEAR } from '../rates/exposure.js';
import type { Signal } from './smart-rates.js';

/** One stop of the disk. `weight` says how much its cause class speaks against the disk: 1 for a bad sector, 0 for a driver's bug. */
export interface OwnStop {
  readonly ageDays: number;
  readonly weight: number;
}

export interface DiskHistory {
  /** Stops per disk-year of the fleet and of the model, the latter shrunken. */
  readonly fleetRate: number;
  readonly modelRate: number;
  /** How alike the disks of one model are; see `DISK_SHAPE`. */
  readonly diskShape?: number;
  readonly stops: readonly OwnStop[];
  readonly observedDays: number;
  readonly signals: readonly Signal[];
}

/** Our proposal until a fleet has fitted its own with `fitPrior` over its disks: in one model nearly all disks are well and a few are not. */
export const DISK_SHAPE = 0.02;

/** After this many days a stop counts half, and so does a quiet day. */
export const HALF_LIFE_DAYS = 90;

export const RISK_DAYS = 30;

export interface RiskPart {
  /** `fleet`, `model`, `own-stops`, `quiet-days`, or the id of a signal. */
  readonly id: string;
  readonly state:
    | 'counted'
    /** A stronger signal of the same family counts instead. */
    | 'covered'
    /** The counter could not be read: that is not the same as 0. */
    | 'missing';
  /** What the part multiplies the rate by; for `fleet` the rate itself, per disk-year. */
  readonly times: number;
  /** ln(times). The parts add up to the score. */
  readonly points: number;
}

export interface DiskRisk {
  readonly parts: readonly RiskPart[];
  /** ln of the rate, the sum of the parts' points. */
  readonly score: number;
  /** Expected stops per disk-year: the product of the parts. */
  readonly ratePerYear: number;
  /** The chance of at least one more stop within the window, and the ends of its 90 % interval. */
  readonly chance: number;
  readonly low: number;
  readonly high: number;
}

const part = (id: string, times: number, state: RiskPart['state'] = 'counted'): RiskPart => ({
  id,
  state,
  times,
  points: Math.log(times),
});

const faded = (ageDays: number): number => 2 ** (-ageDays / HALF_LIFE_DAYS);

/** Observed disk-years, each day counting as little as a stop of that day would. */
const fadedYears = (days: number): number => ((1 - faded(days)) * HALF_LIFE_DAYS) / Math.LN2 / DAYS_PER_DISK_YEAR;

/** Per family the strongest signal counts; one that could not be read multiplies by 1 and says so. */
function signalParts(signals: readonly Signal[]): RiskPart[] {
  const strongest = new Map<string, Signal>();
  for (const signal of signals) {
    if (signal.times === null) continue;
    refuseUnless(signal.times > 0, 'a signal multiplies a rate by more than 0', signal.times);
    if (signal.times > (strongest.get(signal.family)?.times ?? -1)) strongest.set(signal.family, signal);
  }
  return signals.map((signal) => {
    if (signal.times === null) return part(signal.id, 1, 'missing');
    return strongest.get(signal.family) === signal ? part(signal.id, signal.times) : part(signal.id, 1, 'covered');
  });
}

/**
 * The chance that a disk stops its machine again within `days`. Its rate is taken for one drawn from its model, Gamma(κ, κ / model rate), and
 * corrected by its own stops and quiet days, both fading with a half-life of 90 days: model · (1 + S / κ) / (1 + model · T / κ). Signals
 * multiply that rate. Each factor is a part that can be shown; none is hidden in a sum.
 * @throws RangeError for rates or a shape that are not positive, negative ages, and weights outside 0 … 1.
 */
export function diskRisk(disk: DiskHistory, days: number = RISK_DAYS): DiskRisk {
  const { fleetRate, modelRate, diskShape = DISK_SHAPE, stops, observedDays, signals } = disk;
  refuseUnless(
    Math.min(fleetRate, modelRate, diskShape) > 0 && observedDays >= 0 && days > 0,
    'a risk needs positive rates, a shape and days',
    fleetRate,
    modelRate,
    diskShape,
    observedDays,
    days,
  );
  const weighed = stops.reduce((sum, stop) => sum + weightOf(stop), 0);
  const parts = [
    part('fleet', fleetRate),
    part('model', modelRate / fleetRate),
    part('own-stops', 1 + weighed / diskShape),
    part('quiet-days', 1 / (1 + (modelRate * fadedYears(observedDays)) / diskShape)),
    ...signalParts(signals),
  ];
  const score = parts.reduce((sum, { points }) => sum + points, 0);
  return { parts, score, ...chanceWithin(days, Math.exp(score), diskShape + weighed) };
}

function weightOf({ ageDays, weight }: OwnStop): number {
  refuseUnless(
    ageDays >= 0 && weight >= 0 && weight <= 1,
    'a stop has an age and a weight from 0 to 1',
    ageDays,
    weight,
  );
  return weight * faded(ageDays);
}

function chanceWithin(days: number, ratePerYear: number, shape: number): Omit<DiskRisk, 'parts' | 'score'> {
  const years = days / DAYS_PER_DISK_YEAR;
  const belief: Gamma = { shape, rate: shape / ratePerYear };
  const within = (rate: number): number => -Math.expm1(-rate * years);
  const chance = -Math.expm1(-shape * Math.log1p((ratePerYear * years) / shape));
  return {
    ratePerYear,
    chance,
    // At rates of hundreds a year the few that are low hold the average below the 5 % quantile; the interval then begins at the average.
    low: Math.min(chance, within(gammaQuantile(belief, 0.05))),
    high: within(gammaQuantile(belief, 0.95)),
  };
}
