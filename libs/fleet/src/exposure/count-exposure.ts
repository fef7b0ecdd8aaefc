import { dayOf } from './heard-days.js';
import type { ChangedDay, ExposureLedger } from './exposure-ledger.js';

/** Today changes with every machine that is switched on; it is counted no more often than this. */
const TODAY_EVERY_MS = 5 * 60_000;

/** The days that are due, newest first: today when it was not counted for a while, any other day at once. */
export function dueDays(changed: readonly ChangedDay[], nowMs: number): string[] {
  const today = dayOf(nowMs);
  const rests = ({ day, countedAt }: ChangedDay): boolean =>
    day === today && countedAt !== undefined && nowMs - countedAt.getTime() < TODAY_EVERY_MS;
  return changed
    .filter((day) => !rests(day))
    .map(({ day }) => day)
    .sort()
    .reverse();
}

/**
 * Counts every day that is due, one transaction each, until `stopped` says so. Safe to run at any time and by several workers.
 * @returns the number of days that were counted
 */
export async function countExposure(
  ledger: ExposureLedger,
  nowMs: number,
  stopped: () => boolean = () => false,
): Promise<number> {
  let counted = 0;
  for (const day of dueDays(await ledger.changedDays(), nowMs)) {
    if (stopped()) break;
    if (await ledger.count(day)) counted++;
  }
  return counted;
}
