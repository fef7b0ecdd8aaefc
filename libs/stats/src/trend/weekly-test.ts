import { compareRates, type Comparison } from '../rates/compare-rates.js';
import { pooled, type Exposed } from '../rates/exposure.js';

export type WeekAnswer =
  | Comparison
  /** The weeks before are fewer than asked for. */
  | { readonly kind: 'too-early' }
  /** No disk of the group was heard from in this week, or in none of those before. */
  | { readonly kind: 'no-exposure' };

/**
 * Each week against the weeks before it, exactly. `gap` weeks in between are left out, so that a slow rise does not become its own
 * yardstick. Adjust the p-values of one week over all models with `adjustForDiscovery`.
 */
export function weeklyTests(
  weeks: readonly (Exposed | undefined)[],
  baseline: number = 12,
  gap: number = 1,
): WeekAnswer[] {
  return weeks.map((week, i) => {
    if (i < gap + baseline) return { kind: 'too-early' };
    const before = pooled(weeks.slice(i - gap - baseline, i - gap).filter((earlier) => earlier !== undefined));
    return week && before ? compareRates(week, before) : { kind: 'no-exposure' };
  });
}
