import { poisson } from '../distribution/counts.js';
import { compareRates } from '../rates/compare-rates.js';
import type { Exposed } from '../rates/exposure.js';
import { adjustForDiscovery } from './false-discovery.js';

/** Chance of at least so many events where `expected` are known to be normal. 1 when nothing happened. */
export const excessChance = (events: number, expected: number): number => poisson(events, expected).atLeast;

export interface Excess<T> {
  readonly group: T;
  /** Chance of so many events in this group if it were like the rest of its family. */
  readonly p: number;
  /** p after false-discovery control within the family: report up to 0.05. */
  readonly q: number;
}

/** A group against the rest of its family, itself left out. Alone, or without an event anywhere, nothing speaks against it: 1. */
function chanceInFamily(group: Exposed, events: number, diskYears: number): number {
  const rest = { events: events - group.events, diskYears: diskYears - group.diskYears };
  if (group.events === 0 || rest.diskYears <= 0) return 1;
  const comparison = compareRates(group, rest as Exposed);
  return comparison.kind === 'ratio' ? comparison.pHigher : 1;
}

/**
 * Which groups of a family stand out. Each is compared with all the others by the conditional test, which knows that the others' rate is
 * itself uncertain: with few events, taking that rate for a fact would make discoveries out of nothing. In a large family both agree.
 */
export function standingOut<T>(family: readonly T[], exposureOf: (group: T) => Exposed): Excess<T>[] {
  const exposures = family.map(exposureOf);
  const events = exposures.reduce((sum, e) => sum + e.events, 0);
  const diskYears = exposures.reduce((sum, e) => sum + e.diskYears, 0);
  const p = exposures.map((group) => chanceInFamily(group, events, diskYears));
  const q = adjustForDiscovery(p);
  return family.map((group, i) => ({ group, p: p[i]!, q: q[i]! }));
}
