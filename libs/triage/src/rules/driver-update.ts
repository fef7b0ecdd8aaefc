import type { CrashFacts } from '../verdict.js';
import type { DriverChange } from '../witnesses.js';
import { bearing } from './disk-story.js';

/** Inventories are daily, so a change of the day before is as near as can be told. */
const JUST_BEFORE_DAYS = 1;
const RECENT_DAYS = 7;

/** Whether storage trouble of this machine is older than the change; then the change did not begin it. */
const troubleBefore = ({ kin = [] }: CrashFacts, change: DriverChange): boolean =>
  kin.some(
    ({ daysBefore, disk, decode }) =>
      daysBefore > change.daysBefore && disk !== 'another-disk' && bearing(decode) === 'speaks',
  );

export interface RecentUpdate {
  readonly change: DriverChange;
  readonly justBefore: boolean;
}

/** The storage driver that changed last before the first stop of its kind, within a week. */
export function recentUpdate(facts: CrashFacts): RecentUpdate | undefined {
  const [change] = (facts.driverChanges ?? [])
    .filter(({ daysBefore }) => daysBefore >= 0 && daysBefore <= RECENT_DAYS)
    .sort((a, b) => a.daysBefore - b.daysBefore);
  if (change === undefined || troubleBefore(facts, change)) return undefined;
  return { change, justBefore: change.daysBefore <= JUST_BEFORE_DAYS };
}
