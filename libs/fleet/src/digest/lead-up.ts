import type { LeadUpEvent, WhichDisk } from '@inpage/triage';
import type { DiskId, RecordId } from '@inpage/core';
import type { DiskEventRecord } from './disk-event-record.js';
import { diskOfEvent, type NamedDisk } from './disk-of-event.js';
import type { LeadUpWindow } from './lead-up-window.js';
import type { MachineInventory } from './machine-inventory.js';
import type { ReducedStop } from './reduce-stop.js';

/** A storage event with the disk of the machine that it speaks of, as far as that can be told. */
export interface PlacedEvent extends DiskEventRecord {
  readonly names?: NamedDisk;
}

/** What of a machine's storage events lies around one stop, oldest first. */
export interface Surroundings {
  readonly window: LeadUpWindow;
  readonly events: readonly PlacedEvent[];
  /** There were more than are looked at; these are the nearest. */
  readonly cut: boolean;
}

/** What was judged, short enough to be kept with the crash. */
export interface LeadUpNote {
  readonly fromMs: number;
  /** As in the window: what was logged until then was logged before the stop. */
  readonly pivotMs: number;
  readonly toMs: number;
  readonly cut: boolean;
  readonly events: Readonly<Record<WhichDisk, readonly RecordId[]>>;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byTime = (a: DiskEventRecord, b: DiskEventRecord): number => a.atMs - b.atMs || compare(a.recordId, b.recordId);

/** Each event once, in order of time, with its disk. */
export function placeEvents(
  events: readonly DiskEventRecord[],
  inventories: readonly MachineInventory[],
): PlacedEvent[] {
  const distinct = [...new Map(events.map((one) => [one.recordId, one])).values()].sort(byTime);
  return distinct.map((one) => ({ ...one, names: diskOfEvent(one, inventories) }));
}

/** The events around one stop, of all that `placeEvents` put in order. */
export function surroundings(placed: readonly PlacedEvent[], window: LeadUpWindow): Surroundings {
  const [from, pivot, to] = [window.fromMs, window.pivotMs, window.toMs].map((ms) => firstAt(placed, ms)) as [
    number,
    number,
    number,
  ];
  const [first, last] = [Math.max(from, pivot - window.before), Math.min(to, pivot + window.after)];
  return { window, events: placed.slice(first, Math.max(first, last)), cut: first > from || last < to };
}

function firstAt(placed: readonly PlacedEvent[], ms: number): number {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placed[middle]!.atMs < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 0 for what was logged after the last sign of life by a machine that still ran. */
export function secondsBefore(
  { stoppedAtMs }: Pick<ReducedStop, 'stoppedAtMs'>,
  { pivotMs }: Pick<LeadUpWindow, 'pivotMs'>,
  atMs: number,
): number {
  const seconds = (stoppedAtMs - atMs) / 1000;
  return seconds < 0 && atMs < pivotMs ? 0 : seconds;
}

const whichDisk = (names: NamedDisk | undefined, disk: DiskId | undefined): WhichDisk =>
  names === undefined || disk === undefined ? 'unknown-disk' : names === disk ? 'this-disk' : 'another-disk';

/** The events as triage sees them, once the disk of the crash is known or known not to be. */
export const leadUpOf = (
  stop: ReducedStop,
  { window, events }: Surroundings,
  disk: DiskId | undefined,
): LeadUpEvent[] =>
  events.map(({ recordId, atMs, names, event }) => ({
    recordId,
    secondsBefore: secondsBefore(stop, window, atMs),
    disk: whichDisk(names, disk),
    event,
  }));

export function noteOf({ window, cut }: Surroundings, leadUp: readonly LeadUpEvent[]): LeadUpNote {
  const events: Record<WhichDisk, RecordId[]> = { 'this-disk': [], 'another-disk': [], 'unknown-disk': [] };
  for (const { disk, recordId } of leadUp) events[disk].push(recordId as RecordId);
  const { fromMs, pivotMs, toMs } = window;
  return { fromMs, pivotMs, toMs, cut, events };
}
