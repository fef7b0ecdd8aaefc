import type { StoredCrash } from '@inpage/fleet';
import type { PoolClient } from 'pg';

const LOAD = `
select c.machine_id, c.id, c.stopped_at, c.group_id, g.title, c.cause, c.confidence, c.family, c.layout, c.status::float8 as status, c.disk_id,
       m.name as model, c.triage_version,
       (select coalesce(jsonb_agg(jsonb_build_object('rule', r->'rule', 'weight', r->'weight')), '[]')
          from jsonb_array_elements(c.verdict->'reasons') r) as reasons
  from crash c left join crash_group g on g.id = c.group_id left join disk_model m on m.id = c.model_id
 where c.machine_id = any($1::uuid[])
 order by c.machine_id, c.id`;

/** The crashes of these machines as they are kept. */
export async function loadStoredCrashes(db: PoolClient, machines: readonly string[]): Promise<StoredCrash[]> {
  const { rows } = await db.query({ name: 'load-stored-crashes', text: LOAD, values: [machines] });
  return rows.map((row) => ({
    machineId: row.machine_id,
    id: row.id,
    stoppedAtMs: row.stopped_at.getTime(),
    groupId: row.group_id,
    groupTitle: row.title ?? 'a group that is not there',
    cause: row.cause,
    confidence: row.confidence,
    family: row.family,
    layout: row.layout,
    status: row.status ?? undefined,
    diskId: row.disk_id ?? undefined,
    model: row.model ?? undefined,
    triageVersion: row.triage_version,
    reasons: row.reasons,
  }));
}
