import type { rest } from '@inpage/contracts';
import {
  compareRates,
  DAYS_PER_DISK_YEAR,
  exposed,
  fitPrior,
  pooled,
  rateOf,
  rateOrNot,
  shrunkenRate,
  standingOut,
  type Bounded,
  type Comparison,
  type Exposed,
  type FittedPrior,
  type RateAnswer,
  type ShrunkenRate,
} from '@inpage/stats';

export type RatesBy = (typeof rest.RATES_BY)[number];

/**
 * Causes that count as a stop of the disk or of the way to it. Memory, drivers, resources, file system, encryption and the store behind a
 * virtual disk say nothing about disks of a model; `unknown` says nothing at all.
 */
export const DISK_TYPE_CAUSES = ['media', 'device-gone', 'controller', 'link'] as const;

/** What was counted of a group. `value` is the firmware, driver or machine model; null where it is not known, and for models. */
export interface CountedGroup {
  readonly modelId: number | null;
  readonly value: string | null;
  /** Most disks on one day. */
  readonly disks: number;
  readonly diskDays: number;
  /** Disks with at least one qualifying stop. */
  readonly events: number;
}

/** `alone`: there is nothing else in its family to compare it with. */
export type Standing = 'stands-out' | 'not-distinguishable' | 'alone';

export type RateOutcome =
  | {
      readonly kind: 'rate';
      readonly rate: Bounded;
      readonly shrunken: ShrunkenRate;
      /** After false-discovery control within the family. */
      readonly q: number;
      readonly standing: Standing;
      /** This group's rate over that of the rest of its family; null when neither had an event, or there is no rest. */
      readonly ratio: Ratio | null;
    }
  | Extract<RateAnswer, { kind: 'not-enough' }>;

export type Ratio = Extract<Comparison, { kind: 'ratio' }>['ratio'];

export interface RatedGroup<T extends CountedGroup> {
  readonly group: T;
  readonly exposure: Exposed;
  readonly outcome: RateOutcome;
}

export interface Rates<T extends CountedGroup> {
  /** Worst first: by the rate that they exceed with 95 chances in 100. Those without enough disks follow, the largest first. */
  readonly groups: readonly RatedGroup<T>[];
  readonly prior: FittedPrior;
  readonly fleet: { readonly events: number; readonly diskYears: number; readonly rate: Bounded | null };
  /** Disks with a qualifying stop in groups that have no disk-day: their machines had told no disks. */
  readonly eventsWithoutExposure: number;
}

/** Report up to it: on average at most one report in twenty is chance. */
const MOST_Q = 0.05;

/** Stops of disk type per disk-year before a fleet has seen its own: some nine a day in 100,000 PCs. It weighs ten disk-years, no more. */
const EXPECTED_RATE = 0.03;

interface Counted<T> {
  readonly group: T;
  readonly exposure: Exposed;
  readonly answer: RateAnswer;
}

/**
 * The rate of every group of a fleet. Each is compared with the rest of its family: a model with all other models, a firmware with the other
 * firmware of its model, so that a bad model does not make its firmware look bad. Groups too small to be reported are tried as one, so
 * that they weigh in the rest of each family without making it larger.
 */
export function ratesOf<T extends CountedGroup>(rows: readonly T[], by: RatesBy): Rates<T> {
  const counted = rows.flatMap((group): Counted<T>[] => {
    const exposure = exposed(group.events, group.diskDays);
    return exposure.ok ? [{ group, exposure: exposure.value, answer: rateOrNot(exposure.value, group.disks) }] : [];
  });
  const named = counted.filter(({ group }) => isNamed(group, by));
  const prior = fitPrior(
    named.map(({ exposure }) => exposure),
    { expectedRate: EXPECTED_RATE },
  );
  const families = by === 'firmware' ? groupBy(counted, ({ group }) => group.modelId) : [counted];
  const groups = families.flatMap((family) => ratedFamily(family, by, prior)).sort(worstFirst);
  return { groups, prior, fleet: fleetOf(counted), eventsWithoutExposure: lost(rows) };
}

const isNamed = (group: CountedGroup, by: RatesBy): boolean => by === 'model' || group.value !== null;

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): T[][] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

function ratedFamily<T extends CountedGroup>(
  family: readonly Counted<T>[],
  by: RatesBy,
  { prior }: FittedPrior,
): RatedGroup<T>[] {
  const isShown = ({ group, answer }: Counted<T>): boolean => isNamed(group, by) && answer.kind === 'rate';
  const shown = family.filter(isShown);
  const rest = pooled(family.filter((one) => !isShown(one)).map(({ exposure }) => exposure));
  const tried = [...shown.map(({ exposure }) => exposure), ...(rest ? [rest] : [])];
  const q = new Map(standingOut(tried, (exposure) => exposure).map((excess) => [excess.group, excess.q]));
  const all = pooled(tried);
  return family
    .filter(({ group }) => isNamed(group, by))
    .map(({ group, exposure, answer }) => {
      if (answer.kind === 'not-enough') return { group, exposure, outcome: answer };
      const { kind, ...rate } = answer;
      const others = all && without(all, exposure);
      const standing: Standing = !others ? 'alone' : q.get(exposure)! <= MOST_Q ? 'stands-out' : 'not-distinguishable';
      const shrunken = shrunkenRate(prior, exposure);
      return {
        group,
        exposure,
        outcome: { kind, rate, shrunken, q: q.get(exposure)!, standing, ratio: ratioTo(exposure, others) },
      };
    });
}

/** The rest of a family: it has the other groups' events and years, or is not there when there are none. */
function without(all: Exposed, { events, diskYears }: Exposed): Exposed | undefined {
  const days = Math.round((all.diskYears - diskYears) * DAYS_PER_DISK_YEAR);
  const rest = exposed(all.events - events, days);
  return rest.ok ? rest.value : undefined;
}

function ratioTo(exposure: Exposed, others: Exposed | undefined): Ratio | null {
  const comparison = others && compareRates(exposure, others);
  return comparison?.kind === 'ratio' ? comparison.ratio : null;
}

const rank = ({ outcome }: RatedGroup<CountedGroup>): number => (outcome.kind === 'rate' ? outcome.shrunken.q05 : -1);
const worstFirst = (a: RatedGroup<CountedGroup>, b: RatedGroup<CountedGroup>): number =>
  rank(b) - rank(a) || b.exposure.diskYears - a.exposure.diskYears;

function fleetOf(counted: readonly Counted<CountedGroup>[]): Rates<never>['fleet'] {
  const all = pooled(counted.map(({ exposure }) => exposure));
  return { events: all?.events ?? 0, diskYears: all?.diskYears ?? 0, rate: all ? rateOf(all) : null };
}

const lost = (rows: readonly CountedGroup[]): number =>
  rows.reduce((sum, { diskDays, events }) => sum + (diskDays > 0 ? 0 : events), 0);
