import type { ReplayCounts } from './replay-store.js';

/** Two numbers that should be one. */
export interface Discrepancy {
  readonly what: string;
  readonly is: number;
  readonly shouldBe: number;
}

/** Every crash is counted once in every table of counts, and every record of a stop belongs to a crash. */
export function discrepancies(counts: ReplayCounts): Discrepancy[] {
  const sums = (counted: Readonly<Record<string, number>>, shouldBe: number) =>
    Object.entries(counted).map(([table, is]) => ({ what: `crashes counted in ${table}`, is, shouldBe }));
  return [
    ...sums(counts.counted, counts.crashes),
    ...sums(counts.countedWithDisk, counts.crashesWithDisk),
    { what: 'records of stops without a crash', is: counts.evidenceWithoutCrash, shouldBe: 0 },
    { what: 'crashes without a group', is: counts.crashesWithoutGroup, shouldBe: 0 },
  ].filter(({ is, shouldBe }) => is !== shouldBe);
}
