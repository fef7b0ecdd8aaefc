import type { rest } from '@inpage/contracts';
import { formatHex32, type RecordId } from '@inpage/core';
import { tellDiskEvent, type WhichDisk } from '@inpage/triage';
import type { DiskEventRecord } from '../digest/disk-event-record.js';
import type { JudgedCrash } from '../digest/judge-stop.js';
import { secondsBefore } from '../digest/lead-up.js';
import type { ComputerTold } from './findings.js';

/** Which disk each of the storage events speaks of that the stop was judged by. */
export const judgedBy = ({ leadUp }: JudgedCrash): ReadonlyMap<RecordId, WhichDisk> =>
  new Map(
    Object.entries(leadUp?.events ?? {}).flatMap(([disk, ids]) => ids.map((id) => [id, disk as WhichDisk] as const)),
  );

/** The storage events that the stop was judged by, oldest first. */
export function leadUpAnswer(crash: JudgedCrash, { storage, computer }: ComputerTold): rest.AnalysisEvent[] {
  const { leadUp } = crash;
  if (leadUp === undefined) return [];
  return [...judgedBy(crash)]
    .map(([id, disk]) => ({ record: storage.get(id)!, disk }))
    .sort((a, b) => a.record.atMs - b.record.atMs)
    .map(({ record, disk }) => answer(record, computer, disk, secondsBefore(crash, leadUp, record.atMs)));
}

/** An event that no stop of the file goes with. */
export interface LooseEvent {
  readonly record: DiskEventRecord;
  readonly computer: string | null;
}

export const looseEvent = ({ record, computer }: LooseEvent): rest.AnalysisEvent =>
  answer(record, computer, 'unknown-disk', null);

const answer = (
  { event, atMs }: DiskEventRecord,
  computer: string | null,
  disk: WhichDisk,
  seconds: number | null,
): rest.AnalysisEvent => ({
  recordId: null,
  computer,
  at: new Date(atMs).toISOString(),
  secondsBefore: seconds,
  kind: event.kind,
  provider: event.provider,
  eventId: event.eventId,
  disk,
  device: event.device ?? event.volume ?? null,
  status: event.status === undefined ? null : formatHex32(event.status),
  says: tellDiskEvent(event),
});
