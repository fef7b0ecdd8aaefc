import { READER_VERSION, TRUSTED_SKEW_MS, type DiskEventRecord, type LeadUpWindow } from '@inpage/fleet';
import type { MachineId } from '@inpage/core';
import type { PoolClient } from 'pg';
import { jsonText } from '../json-text.js';
import { diskEventJson, readDiskEventJson } from './disk-event-json.js';

/**
 * Keeps the events, and finds the machines of which one that is new lies near a stop: from eight days before to an hour after
 * anything that is known of a stop, which is a little more than a window. A machine without stops costs one look into an index.
 */
const SAVE = `
with saved as (
  insert into disk_event (machine_id, at, record_id, kind, disk_number, serial, model, event, reader_version)
  select machine_id, at, record_id, kind, disk_number, serial, model, event, ${READER_VERSION}
    from jsonb_to_recordset($1) as t (machine_id uuid, at timestamptz, record_id uuid, kind text, disk_number integer, serial text, model text,
      event jsonb)
   order by machine_id, at, record_id
  on conflict do nothing
  returning machine_id, at
), reach as (
  select machine_id, min(at) - interval '61 minutes' as first, max(at) + interval '8 days' as last from saved group by machine_id
)
select r.machine_id from reach r
 where exists (
   select from stop_evidence e
    cross join lateral (select case when abs(e.clock_skew_ms) > ${TRUSTED_SKEW_MS} then e.clock_skew_ms else 0 end * interval '1 millisecond') c (skew)
    where e.machine_id = r.machine_id
      and greatest(e.reported_at, e.stopped_at) + c.skew >= r.first and least(e.reported_at, e.stopped_at) + c.skew <= r.last)`;

export async function saveDiskEvents(
  db: PoolClient,
  events: readonly DiskEventRecord[],
): Promise<ReadonlySet<MachineId>> {
  const near = new Set<MachineId>();
  for (let first = 0; first < events.length; first += MOST_AT_ONCE) {
    const values = [jsonText(events.slice(first, first + MOST_AT_ONCE).map(diskEventRow))];
    const { rows } = await db.query({ name: 'save-disk-events', text: SAVE, values });
    for (const row of rows) near.add(row.machine_id as MachineId);
  }
  return near;
}

/** One jsonb value may have 256 MB; an event has some hundred bytes, and 10 kB when somebody tries. */
const MOST_AT_ONCE = 5_000;

/** As jsonb_to_recordset reads it. */
export const diskEventRow = ({ machineId, atMs, recordId, event }: DiskEventRecord) => ({
  machine_id: machineId,
  at: iso(atMs),
  record_id: recordId,
  kind: event.kind,
  disk_number: event.diskNumber ?? null,
  serial: event.adapterSerial ?? event.serial ?? null,
  model: event.model ?? null,
  event: diskEventJson(event),
});

/** Two walks along the key from the stop, each as long as it has to be: a storm costs no more than a quiet week. */
const LOAD = `
select e.machine_id, e.at, e.record_id, e.event
  from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::integer[], $6::integer[])
    as w (machine_id, from_at, pivot, to_at, before, after)
 cross join lateral (
   (select machine_id, at, record_id, event from disk_event
     where machine_id = w.machine_id and at >= w.from_at and at < w.pivot order by at desc, record_id desc limit w.before + 1)
   union all
   (select machine_id, at, record_id, event from disk_event
     where machine_id = w.machine_id and at >= w.pivot and at < w.to_at order by at, record_id limit w.after + 1)
 ) e`;

export async function loadDiskEvents(db: PoolClient, windows: readonly LeadUpWindow[]): Promise<DiskEventRecord[]> {
  const { rows } = await db.query({
    name: 'load-disk-events',
    text: LOAD,
    values: [
      windows.map(({ machineId }) => machineId),
      windows.map(({ fromMs }) => iso(fromMs)),
      windows.map(({ pivotMs }) => iso(pivotMs)),
      windows.map(({ toMs }) => iso(toMs)),
      windows.map(({ before }) => before),
      windows.map(({ after }) => after),
    ],
  });
  return rows.map((row) => ({
    machineId: row.machine_id,
    recordId: row.record_id,
    atMs: row.at.getTime(),
    event: readDiskEventJson(row.event),
  }));
}

/** PostgreSQL reads years of four digits. */
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const iso = (ms: number): string => new Date(Math.min(ms, LAST_MS)).toISOString();
