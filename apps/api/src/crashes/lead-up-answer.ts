import type { rest } from '@inpage/contracts';
import { secondsBefore } from '@inpage/fleet';
import { diskEventsAround, readDiskEventJson, type CrashLeadUp, type Database } from '@inpage/storage';
import { tellDiskEvent, type WhichDisk } from '@inpage/triage';
import type { z } from 'zod';
import { statusAnswer } from '@inpage/fleet';

type Crash = z.output<typeof rest.crash>;
type LeadUp = Pick<Crash, 'leadUp' | 'leadUpCut'>;

const DISKS: readonly WhichDisk[] = ['this-disk', 'another-disk', 'unknown-disk'];

/** The storage events that a crash was judged with, as it was judged: the window and the disks are those that were noted then. */
export async function leadUpAnswer(
  database: Database,
  { machine_id, stopped_at, lead_up: noted }: { machine_id: string; stopped_at: Date; lead_up: CrashLeadUp | null },
): Promise<LeadUp> {
  if (noted === null) return { leadUp: [], leadUpCut: false };
  const diskOf = new Map(DISKS.flatMap((disk) => noted[disk].map((record) => [record, disk] as const)));
  const { from, to } = noted;
  const rows =
    diskOf.size === 0
      ? []
      : await database.rows(diskEventsAround, { machine: machine_id, from, to, records: [...diskOf.keys()] });
  const times = [{ stoppedAtMs: stopped_at.getTime() }, { pivotMs: Date.parse(noted.pivot) }] as const;
  return {
    leadUpCut: noted.cut,
    leadUp: rows.map(({ record_id, at, event: json }) => {
      const event = readDiskEventJson(json);
      return {
        recordId: record_id,
        at: at.toISOString(),
        secondsBefore: secondsBefore(...times, at.getTime()),
        kind: event.kind,
        provider: event.provider,
        eventId: event.eventId,
        disk: diskOf.get(record_id)!,
        device: event.device ?? event.volume ?? null,
        status: statusAnswer(event.status),
        says: tellDiskEvent(event),
      };
    }),
  };
}
