import type { JudgedCrash, LeadUpNote } from '@inpage/fleet';
import { formatHex64 } from '@inpage/core';
import { TRIAGE_VERSION } from '@inpage/triage';
import type { PoolClient } from 'pg';
import { jsonText } from '../json-text.js';
import type { CrashLeadUp } from '../read/stored.js';
import { modelIds, stackIds } from './dictionaries.js';
import type { Cell } from './recount-cells.js';

const REPLACE = `
with given as (
  select * from jsonb_to_recordset($1) as t (machine_id uuid, id uuid, group_id uuid, stopped_at timestamptz, stopped_at_precision text,
    reported_at timestamptz, arrived_at timestamptz, grade text, code bigint, parameters text[], family text, status bigint, layout text,
    backing text, disk_id uuid, model_id integer, firmware text, stack_id integer, stack_versions text[], disk_rule text,
    machine_model text, os_build text, cause text, confidence real, verdict jsonb, decode jsonb, records integer, triage_version integer,
    lead_up jsonb)
)
insert into crash as c select * from (
  select machine_id, id, group_id, stopped_at, stopped_at_precision, reported_at, arrived_at, grade::char(1), code, parameters, family, status, layout,
    backing, disk_id, model_id, firmware, stack_id, stack_versions, disk_rule, machine_model, os_build, cause, confidence, verdict, decode, records,
    triage_version, lead_up from given) g
on conflict (machine_id, id) do update set (group_id, stopped_at, stopped_at_precision, reported_at, arrived_at, grade, code, parameters, family,
    status, layout, backing, disk_id, model_id, firmware, stack_id, stack_versions, disk_rule, machine_model, os_build, cause, confidence, verdict,
    decode, records, triage_version, lead_up)
  = (excluded.group_id, excluded.stopped_at, excluded.stopped_at_precision, excluded.reported_at, excluded.arrived_at, excluded.grade, excluded.code,
    excluded.parameters, excluded.family, excluded.status, excluded.layout, excluded.backing, excluded.disk_id, excluded.model_id, excluded.firmware,
    excluded.stack_id, excluded.stack_versions, excluded.disk_rule, excluded.machine_model, excluded.os_build, excluded.cause, excluded.confidence,
    excluded.verdict, excluded.decode, excluded.records, excluded.triage_version, excluded.lead_up)`;

const LINK = `
update stop_evidence e set crash_id = t.crash_id
  from jsonb_to_recordset($1) as t (machine_id uuid, record_id uuid, crash_id uuid)
 where e.machine_id = t.machine_id and e.record_id = t.record_id and e.crash_id is distinct from t.crash_id`;

/** Crashes that no record speaks of any more: their records were merged into others. What was too old to be judged again keeps its crash. */
const REMOVE_EMPTY = `
delete from crash c where c.machine_id = any($1::uuid[])
   and not exists (select from stop_evidence e where e.machine_id = c.machine_id and e.crash_id = c.id)`;

const CELLS = `
select group_id, machine_id, disk_id, (stopped_at at time zone 'UTC')::date::text as day from crash where machine_id = any($1::uuid[])`;

/** The cells in which these machines' crashes lie now. */
export async function cellsOf(db: PoolClient, machines: readonly string[]): Promise<Cell[]> {
  const { rows } = await db.query({ name: 'cells-of-machines', text: CELLS, values: [machines] });
  return rows.map((row) => ({
    groupId: row.group_id,
    machineId: row.machine_id,
    diskId: row.disk_id ?? undefined,
    day: row.day,
  }));
}

/** Writes the crashes of these machines in place of their former ones. */
export async function replaceCrashes(
  db: PoolClient,
  machines: readonly string[],
  crashes: readonly JudgedCrash[],
): Promise<void> {
  const models = await modelIds(
    db,
    crashes.map(({ model }) => model),
  );
  const stacks = await stackIds(
    db,
    crashes.map(({ stack }) => stack),
  );
  const rows = crashes.map((crash) => toRow(crash, models, stacks));
  await db.query({ name: 'replace-crashes', text: REPLACE, values: [jsonText(rows)] });
  const links = crashes.flatMap(({ evidence, id }) =>
    evidence.map((e) => ({ machine_id: e.machineId, record_id: e.recordId, crash_id: id })),
  );
  await db.query({ name: 'link-evidence', text: LINK, values: [jsonText(links)] });
  await db.query({ name: 'remove-empty-crashes', text: REMOVE_EMPTY, values: [machines] });
}

/** PostgreSQL reads years of four digits. */
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const iso = (ms: number): string => new Date(Math.min(ms, LAST_MS)).toISOString();

const toRow = (c: JudgedCrash, models: ReadonlyMap<string, number>, stacks: ReadonlyMap<string, number>) => ({
  machine_id: c.machineId,
  id: c.id,
  group_id: c.groupId,
  stopped_at: iso(c.stoppedAtMs),
  stopped_at_precision: c.precision,
  reported_at: iso(c.reportedAtMs),
  arrived_at: iso(c.arrivedAtMs),
  grade: c.grade,
  code: c.code ?? null,
  parameters: c.parameters?.map((p) => (p === undefined ? null : formatHex64(p))) ?? null,
  family: c.decode.family,
  status: c.decode.status ?? null,
  layout: c.decode.layout,
  backing: c.decode.backing,
  disk_id: c.diskId ?? null,
  model_id: c.model?.model ? models.get(c.model.key)! : null,
  firmware: c.firmware ?? null,
  stack_id: c.stack ? stacks.get(c.stack.key)! : null,
  stack_versions: c.stackVersions ?? null,
  disk_rule: c.diskRule ?? null,
  machine_model: c.machineModel ?? null,
  os_build: c.osBuild ?? null,
  cause: c.verdict.cause,
  confidence: c.verdict.confidence,
  verdict: c.verdict,
  decode: c.decode,
  records: c.evidence.length,
  triage_version: TRIAGE_VERSION,
  lead_up: c.leadUp ? leadUpRow(c.leadUp) : null,
});

const leadUpRow = ({ fromMs, pivotMs, toMs, cut, events }: LeadUpNote): CrashLeadUp => ({
  from: iso(fromMs),
  pivot: iso(pivotMs),
  to: iso(toMs),
  cut,
  ...events,
});
