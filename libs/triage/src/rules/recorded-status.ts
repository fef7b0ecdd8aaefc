import { ntStatus, type CauseClass, type Confidence, type NtStatusEntry } from '@inpage/codes';
import { formatHex32 } from '@inpage/core';
import type { CrashFacts } from '../verdict.js';
import { behindVirtualLayer } from './virtual-layer.js';

/** What libs/codes knows about the NTSTATUS of this stop; `undefined` when none was recorded. */
export const recordedStatus = ({ decode }: CrashFacts): NtStatusEntry | undefined =>
  decode.status === undefined ? undefined : ntStatus(decode.status);

/** The cause class of the status; `undefined` when none was recorded. */
export const statusClass = (facts: CrashFacts): CauseClass | undefined => recordedStatus(facts)?.class;

/** Name and value, as an admin would type it into a search. */
export const statusText = (entry: NtStatusEntry): string => `${entry.name} (${formatHex32(entry.code)})`;

/** How a sentence about the status begins: 0x7A and its kin read a page, a mount or a start failed with the others. */
export const failedWith = ({ decode }: CrashFacts, entry: NtStatusEntry): string =>
  `${decode.family === 'inpage' ? 'The read failed with' : 'The stop carries'} ${statusText(entry)}`;

/** How much a status weighs alone, by how sure the table is about its class. */
export const STATUS_WEIGHT: Readonly<Record<Confidence, number>> = { high: 6, medium: 4, low: 2 };

/** Causes that live in hardware between the class driver and the platter. */
export const PHYSICAL: ReadonlySet<CauseClass> = new Set(['media', 'link', 'device-gone', 'controller']);

/**
 * The entry and its weight when the table classes the status as `cause`. Behind a virtual layer a status about hardware was
 * made up by a host or an array, so it weighs half.
 */
export function statusOf(facts: CrashFacts, cause: CauseClass): { entry: NtStatusEntry; weight: number } | undefined {
  const entry = recordedStatus(facts);
  if (entry?.class !== cause) return undefined;
  const halved = PHYSICAL.has(cause) && behindVirtualLayer(facts);
  return { entry, weight: STATUS_WEIGHT[entry.confidence] / (halved ? 2 : 1) };
}

/** Statuses that have a rule of their own, because their class alone would mislead. */
export const STATUS_NO_SUCH_DEVICE = 0xc000_000e;
export const STATUS_IO_DEVICE_ERROR = 0xc000_0185;
export const STATUS_ACCESS_VIOLATION = 0xc000_0005;
