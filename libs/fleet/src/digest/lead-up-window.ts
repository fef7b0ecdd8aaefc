import type { MachineId } from '@inpage/core';
import { reportedAt } from './evidence.js';
import type { ReducedStop } from './reduce-stop.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** Storage events around one stop that are looked at: at most so many of the time before it, the latest, and the first after it. */
export const MOST_AROUND_A_STOP = 200;
/**
 * All stops of a machine together look at no more than this, so that a machine that stops every few minutes and logs a storm
 * each time costs as much as any other. Its stops share evenly; what is not looked at is kept all the same.
 */
const MOST_OF_A_MACHINE = 10_000;
const LEAST_AROUND_A_STOP = 4;

/** What a wait for the next start may hide: 6008 knows the last sign of life, and Windows notes one every few minutes. */
const SIGNS_OF_LIFE_APART_MS = 10 * MINUTE_MS;
/** What is logged within this time before the first report of a start belongs to that start. */
const START_MS = 2 * MINUTE_MS;

/** The time around one stop in which storage events may have to do with it. `fromMs` belongs to it, `toMs` does not. */
export interface LeadUpWindow {
  readonly machineId: MachineId;
  readonly fromMs: number;
  /** The latest that the stop can have been: what was logged until then was logged before it. */
  readonly pivotMs: number;
  readonly toMs: number;
  /** How many events of the time before and after `pivotMs` are looked at. */
  readonly before: number;
  readonly after: number;
}

/**
 * One window per stop, in the same order: from seven days before the stop to one hour after its last report, which Windows
 * writes at the next start, and not beyond the next stop. A pure function of the set of stops.
 */
export function leadUpWindows(machineId: MachineId, stops: readonly ReducedStop[]): LeadUpWindow[] {
  const times = stops.map(({ stoppedAtMs }) => stoppedAtMs).sort((a, b) => a - b);
  const share = Math.floor(MOST_OF_A_MACHINE / Math.max(1, stops.length));
  const each = Math.max(LEAST_AROUND_A_STOP, Math.min(MOST_AROUND_A_STOP, share));
  const before = Math.ceil(each * 0.75);
  return stops.map((stop) => {
    const pivotMs = latestStop(stop);
    const reports = stop.evidence.reduce((last, e) => Math.max(last, reportedAt(e)), stop.stoppedAtMs);
    const toMs = Math.max(pivotMs, Math.min(reports + HOUR_MS, firstAfter(times, stop.stoppedAtMs)));
    return { machineId, fromMs: stop.stoppedAtMs - WEEK_MS, pivotMs, toMs, before, after: each - before };
  });
}

/** A last sign of life is older than the stop. An event after it and well before the next start was logged by a machine that still ran. */
function latestStop({ precision, stoppedAtMs, reportedAtMs }: ReducedStop): number {
  if (precision !== 'last-alive') return stoppedAtMs;
  return Math.max(stoppedAtMs, Math.min(stoppedAtMs + SIGNS_OF_LIFE_APART_MS, reportedAtMs - START_MS));
}

/** The first of the times, which are in order, that is later; Infinity where none is. */
function firstAfter(times: readonly number[], ms: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= ms) low = middle + 1;
    else high = middle;
  }
  return times[low] ?? Infinity;
}
