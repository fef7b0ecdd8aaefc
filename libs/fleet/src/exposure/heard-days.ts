import type { MachineId } from '@inpage/core';
import type { Chunk } from '../digest/read-chunk.js';

/** A machine was heard from on this day, in UTC, by the time of arrival. */
export interface HeardDay {
  readonly machineId: MachineId;
  /** 2026-11-22 */
  readonly day: string;
}

/**
 * Which machines were heard from on which days: the day is that of the arrival, not of what the records speak of. A PC that tells of
 * last month was not watched last month.
 */
export function heardDays(chunks: readonly Pick<Chunk, 'receivedAtMs' | 'machineIds'>[]): HeardDay[] {
  const days = new Map<string, Set<MachineId>>();
  for (const { receivedAtMs, machineIds } of chunks) {
    const day = dayOf(receivedAtMs);
    const heard = days.get(day) ?? new Set();
    for (const machineId of machineIds) heard.add(machineId);
    days.set(day, heard);
  }
  return [...days].flatMap(([day, machines]) => [...machines].map((machineId) => ({ machineId, day })));
}

/** The day of a time, in UTC. */
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
