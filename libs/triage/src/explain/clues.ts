import { parseHex64 } from '@inpage/core';
import { recentUpdate } from '../rules/driver-update.js';
import type { CrashFacts } from '../verdict.js';
import type { DriverChange, KinStop, LeadUpEvent } from '../witnesses.js';
import { healthFaults, tellsHealth } from './health-words.js';
import { FOREBODING, TELLING } from './event-words.js';

/** Trouble of another disk this near to the stop may have the same reason. Ours. */
const SAME_TROUBLE_SECONDS = 3600;
/** An ordinary request is answered long before; Windows itself gives up after 10 to 60 seconds. */
export const SILENT_MS = 5_000;

const HOUR = 3600;

/** Events before the stop that speak of trouble, oldest first. */
export const troubleBefore = ({ leadUp = [] }: CrashFacts): readonly LeadUpEvent[] =>
  leadUp.filter(({ secondsBefore, event }) => secondsBefore >= 0 && TELLING[event.kind](event));

/** Events that Windows could log only after the stop. */
export const troubleAfter = ({ leadUp = [] }: CrashFacts): readonly LeadUpEvent[] =>
  leadUp.filter(({ secondsBefore, event }) => secondsBefore < 0 && TELLING[event.kind](event));

const ofThisDisk = ({ disk }: LeadUpEvent): boolean => disk === 'this-disk';

/** The last event in which this disk, or Windows for it, announced that it fails. */
export const failureForetold = (facts: CrashFacts): LeadUpEvent | undefined =>
  troubleBefore(facts).findLast((one) => ofThisDisk(one) && FOREBODING.has(one.event.kind));

/** The same of a disk that may or may not be this one. */
export const failureForetoldSomewhere = (facts: CrashFacts): LeadUpEvent | undefined =>
  troubleBefore(facts).findLast(({ disk, event }) => disk === 'unknown-disk' && FOREBODING.has(event.kind));

/** How often this disk itself said that it cannot read or write a place. */
export const badBlocks = (facts: CrashFacts): number =>
  troubleBefore(facts).filter((one) => ofThisDisk(one) && isMediumError(one)).length;

const isMediumError = ({ event }: LeadUpEvent): boolean => event.kind === 'bad-block' || event.sense?.key === 3;

/** Whether other disks of the machine were in trouble at the same time. */
export const othersInTrouble = (facts: CrashFacts): boolean =>
  troubleBefore(facts).some(
    ({ disk, secondsBefore }) => disk === 'another-disk' && secondsBefore <= SAME_TROUBLE_SECONDS,
  );

/** Whether this disk was in trouble at the same time. */
export const thisInTrouble = (facts: CrashFacts): boolean =>
  troubleBefore(facts).some((one) => ofThisDisk(one) && one.secondsBefore <= SAME_TROUBLE_SECONDS);

/** The newest report of this disk about its own health. */
export const healthReport = ({ leadUp = [] }: CrashFacts): LeadUpEvent | undefined =>
  leadUp.findLast((one) => ofThisDisk(one) && tellsHealth(one.event));

export const isSick = (report: LeadUpEvent | undefined): boolean =>
  report !== undefined && healthFaults(report.event).length > 0;

/** The number of the disk, where the events of the last hour that may speak of it agree on one. */
export function numberInTheLog(facts: CrashFacts): number | undefined {
  const near = troubleBefore(facts).filter((one) => one.disk !== 'another-disk' && one.secondsBefore <= HOUR);
  const numbers = new Set(near.map(({ event }) => event.diskNumber).filter((number) => number !== undefined));
  return numbers.size === 1 ? [...numbers][0] : undefined;
}

/** Requests that the dump shows without an answer for longer than is ordinary, with the age of the oldest in milliseconds. */
export function silence({ dump }: CrashFacts): { readonly requests: number; readonly oldestMs: number } | undefined {
  const { outstanding = [], oldestOutstandingMs } = dump?.pagingStorage ?? dump?.storage ?? {};
  const oldestMs = oldestOutstandingMs ?? Math.max(0, ...outstanding.map(({ ageMs = 0 }) => ageMs));
  return outstanding.length > 0 && oldestMs >= SILENT_MS ? { requests: outstanding.length, oldestMs } : undefined;
}

/** Stops of the same family that came before this one and are known to be of this disk. */
export const likeThis = ({ kin = [], decode }: CrashFacts): readonly KinStop[] =>
  kin.filter((stop) => stop.daysBefore >= 0 && stop.disk === 'this-disk' && stop.decode.family === decode.family);

/** The newest driver change that came close before this stop, unless storage trouble is older than the change. */
export const suspectChange = (facts: CrashFacts): DriverChange | undefined => recentUpdate(facts)?.change;

/** How full nonpaged pool was, 0 to 100; `undefined` without a dump that says it. */
export function poolPercent({ dump }: CrashFacts): number | undefined {
  if (dump?.nonPagedPool === undefined) return undefined;
  const { allocatedBytes, maximumBytes } = dump.nonPagedPool;
  return percent(parseHex64(allocatedBytes), parseHex64(maximumBytes));
}

/** How much of the commit limit was promised; above 100 the numbers are of no use. */
export function commitPercent({ dump }: CrashFacts): number | undefined {
  return dump?.commit && percent(parseHex64(dump.commit.pages), parseHex64(dump.commit.limitPages));
}

function percent(part: bigint | undefined, whole: bigint | undefined): number | undefined {
  if (part === undefined || !whole || part > whole) return undefined;
  return Number((part * 100n) / whole);
}
