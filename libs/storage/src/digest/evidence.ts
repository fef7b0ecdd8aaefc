import { READER_VERSION, type Evidence } from '@inpage/fleet';
import { formatHex64, parseHex64 } from '@inpage/core';
import type { PoolClient } from 'pg';
import { jsonText } from '../json-text.js';

const SAVE = `
insert into stop_evidence (machine_id, record_id, kind, reported_at, stopped_at, received_at, clock_skew_ms, code, parameters,
  report_id, power_button, dump_status, source, disk, driver_stack, dump, reader_version)
select machine_id, record_id, kind, reported_at, stopped_at, received_at, clock_skew_ms, code, parameters,
  report_id, power_button, dump_status, source, disk, driver_stack, dump, ${READER_VERSION}
  from jsonb_to_recordset($1) as t (machine_id uuid, record_id uuid, kind text, reported_at timestamptz, stopped_at timestamptz,
    received_at timestamptz, clock_skew_ms integer, code bigint, parameters text[], report_id text, power_button boolean,
    dump_status bigint, source text, disk jsonb, driver_stack jsonb, dump jsonb)
 order by machine_id, record_id
on conflict do nothing`;

export async function saveEvidence(db: PoolClient, evidence: readonly Evidence[]): Promise<void> {
  if (evidence.length === 0) return;
  await db.query({ name: 'save-evidence', text: SAVE, values: [jsonText(evidence.map(evidenceRow))] });
}

const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());

/** As jsonb_to_recordset reads it. */
export const evidenceRow = (e: Evidence) => ({
  machine_id: e.machineId,
  record_id: e.recordId,
  kind: e.kind,
  reported_at: iso(e.reportedAtMs),
  stopped_at: iso(e.stoppedAtMs),
  received_at: iso(e.receivedAtMs),
  clock_skew_ms: e.clockSkewMs ?? null,
  code: e.code ?? null,
  parameters: e.parameters?.map((p) => (p === undefined ? null : formatHex64(p))) ?? null,
  report_id: e.reportId ?? null,
  power_button: e.powerButton ?? false,
  dump_status: e.dumpStatus ?? null,
  source: e.source ?? null,
  disk: e.disk ?? null,
  driver_stack: e.driverStack ?? null,
  dump: e.dump ?? null,
});

/** A machine with more evidence than this is looping; its newest stops are what matters, the older keep what was derived. */
const MOST_PER_MACHINE = 5_000;
/** Windows itself keeps fifty small dumps. Of a machine that sent more the newest count, because the facts of one may take 100 KB. */
const MOST_DUMPS_PER_MACHINE = 200;

const LOAD = `
select e.* from unnest($1::uuid[]) as m (id)
 cross join lateral (select machine_id, record_id, kind, reported_at, stopped_at, received_at, clock_skew_ms, code::float8 as code, parameters,
   report_id, power_button, dump_status::float8 as dump_status, source, disk, driver_stack,
   case when dump is not null and row_number() over (partition by dump is null order by reported_at desc, record_id) <= ${MOST_DUMPS_PER_MACHINE}
     then dump end as dump
   from stop_evidence where machine_id = m.id order by reported_at desc, record_id limit ${MOST_PER_MACHINE}) e`;

export async function loadEvidence(db: PoolClient, machines: readonly string[]): Promise<Evidence[]> {
  const { rows } = await db.query({ name: 'load-evidence', text: LOAD, values: [machines] });
  return rows.map((row) => ({
    machineId: row.machine_id,
    recordId: row.record_id,
    kind: row.kind,
    reportedAtMs: row.reported_at.getTime(),
    stoppedAtMs: row.stopped_at?.getTime(),
    receivedAtMs: row.received_at.getTime(),
    clockSkewMs: row.clock_skew_ms ?? undefined,
    code: row.code ?? undefined,
    parameters: row.parameters?.map((p: string | null) => (p === null ? undefined : parseHex64(p))),
    reportId: row.report_id ?? undefined,
    powerButton: row.power_button,
    dumpStatus: row.dump_status ?? undefined,
    source: row.source ?? undefined,
    disk: row.disk ?? undefined,
    driverStack: row.driver_stack ?? undefined,
    dump: row.dump ?? undefined,
  }));
}
