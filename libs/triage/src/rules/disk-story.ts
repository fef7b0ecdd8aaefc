import { bugcheck, ntStatus, type CauseClass } from '@inpage/codes';
import type { Decode } from '../stop.js';
import type { CrashFacts } from '../verdict.js';
import type { KinStop } from '../witnesses.js';
import { eventMeaning } from './lead-up/event-meaning.js';
import { PHYSICAL } from './recorded-status.js';

type StopDecode = KinStop['decode'];

/** Statuses of these classes say that the read failed before any disk was asked; events of a disk change nothing about that. */
const ASKED_NO_DISK: ReadonlySet<CauseClass> = new Set(['resources', 'memory', 'software', 'encryption']);

const classOf = ({ status }: Pick<Decode, 'status'>): CauseClass | undefined =>
  status === undefined ? undefined : ntStatus(status).class;

/** Bugchecks that come from the storage stack itself and always speak of a disk. */
const SPEAKING_CODES: ReadonlySet<number> = new Set([0xed, 0xf0, 0x140]);

/** 0x7B happens at the start of Windows and may be a missing driver; it joins on evidence like those that merely corroborate. */
export const INACCESSIBLE_BOOT_DEVICE = 0x7b;

/**
 * `speaks`: the stop itself is about storage. `joins`: it can follow from a disk in trouble, and does so on evidence only.
 * `apart`: it is about something else.
 */
export function bearing(decode: StopDecode): 'speaks' | 'joins' | 'apart' {
  const byStatus = classOf(decode);
  if (byStatus !== undefined && ASKED_NO_DISK.has(byStatus)) return 'apart';
  if (byStatus !== undefined || decode.family === 'inpage' || SPEAKING_CODES.has(decode.code)) return 'speaks';
  const joins =
    decode.family === 'inpage-crc' ||
    decode.family === 'unclean-shutdown' ||
    decode.layout === '77-signature' ||
    decode.code === INACCESSIBLE_BOOT_DEVICE ||
    bugcheck(decode.code).storage === 'corroborates';
  return joins ? 'joins' : 'apart';
}

const TEN_MINUTES = 600;
const THIRTY_DAYS = 30;

/** Which cause a kin stop stands for by itself: the class of its status where that is about hardware. */
export function causeOfKin({ decode }: KinStop): CauseClass | undefined {
  const byStatus = classOf(decode);
  return byStatus !== undefined && PHYSICAL.has(byStatus) ? byStatus : undefined;
}

/** Stops within 30 days that were storage errors of hardware, with the cause of each. */
export const diskStops = ({ kin = [] }: CrashFacts): readonly { kin: KinStop; cause: CauseClass }[] =>
  kin.flatMap((one) => {
    const cause = Math.abs(one.daysBefore) <= THIRTY_DAYS ? causeOfKin(one) : undefined;
    return cause === undefined ? [] : [{ kin: one, cause }];
  });

const hasNearEvent = ({ leadUp = [] }: CrashFacts): boolean =>
  leadUp.some(
    ({ disk, secondsBefore, event }) =>
      disk === 'this-disk' &&
      secondsBefore >= 0 &&
      secondsBefore <= TEN_MINUTES &&
      eventMeaning(event).about !== 'nothing',
  );

/**
 * Whether what is known of the disk may speak about this stop. A stop that only can follow from a disk is joined when an event
 * of this disk lies within ten minutes before it, or a storage error of this disk within 30 days. A stop without a code needs
 * the event: a power loss looks the same.
 */
export function isInDiskStory(facts: CrashFacts): boolean {
  const { decode } = facts;
  const how = bearing(decode);
  if (how !== 'joins') return how === 'speaks';
  if (hasNearEvent(facts)) return true;
  return decode.family !== 'unclean-shutdown' && diskStops(facts).some(({ kin }) => kin.disk === 'this-disk');
}
