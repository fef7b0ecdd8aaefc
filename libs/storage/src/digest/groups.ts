import { bugcheck, ntStatus, BugcheckCode, NtStatus } from '@inpage/codes';
import type { JudgedCrash } from '@inpage/fleet';
import type { PoolClient } from 'pg';
import { jsonText } from '../json-text.js';
import { modelIds, stackIds } from './dictionaries.js';

const ADD = `
insert into crash_group (id, key, family, code, status, model_id, stack_id, title, cause, confidence, exemplar_machine_id, exemplar_crash_id,
  crashes, machines, disks, first_crash_at, last_crash_at)
select id, key, family, code, status, model_id, stack_id, title, 'unknown', 0, machine_id, crash_id, 0, 0, 0, at, at
  from jsonb_to_recordset($1) as t (id uuid, key text, family text, code bigint, status bigint, model_id integer, stack_id integer, title text,
    machine_id uuid, crash_id uuid, at timestamptz)
 order by id
on conflict (id) do update set key = excluded.key`;
/** Those there are, in one order for everybody. */
const HOLD = `select id from crash_group where id = any($1::uuid[]) order by id for update`;

/**
 * Makes the groups of these crashes where they are new, and holds them and the ones that are `left` until the transaction ends:
 * a group that empties is removed, and must not be while somebody puts a crash into it. `recountCells` counts what is in them.
 */
export async function addGroups(
  db: PoolClient,
  crashes: readonly JudgedCrash[],
  left: readonly string[],
): Promise<void> {
  const groups = [...new Map([...crashes].reverse().map((crash) => [crash.groupId, crash])).values()];
  const { rows } = await db.query(HOLD, [[...new Set([...left, ...groups.map(({ groupId }) => groupId)])]]);
  const known = new Set(rows.map(({ id }) => id as string));
  const fresh = groups.filter(({ groupId }) => !known.has(groupId));
  if (fresh.length === 0) return;
  const models = await modelIds(
    db,
    fresh.map(({ model }) => model),
  );
  const stacks = await stackIds(
    db,
    fresh.map(({ stack }) => stack),
  );
  const given = fresh.map((crash) => ({
    id: crash.groupId,
    key: crash.groupKey,
    family: crash.parts.family,
    code: crash.code ?? null,
    status: crash.parts.status,
    model_id: crash.model?.model ? models.get(crash.model.key)! : null,
    stack_id: crash.stack ? stacks.get(crash.stack.key)! : null,
    title: groupTitle(crash),
    machine_id: crash.machineId,
    crash_id: crash.id,
    at: new Date(crash.stoppedAtMs).toISOString(),
  }));
  await db.query({ name: 'add-groups', text: ADD, values: [jsonText(given)] });
}

/** One line that says what makes the group: stop, status, model. */
export function groupTitle({ code, parts, decode }: Pick<JudgedCrash, 'code' | 'parts' | 'decode'>): string {
  const stop = code === undefined ? 'Stopped without a bugcheck' : bugcheck(BugcheckCode(code)).name;
  const status =
    parts.status === null
      ? decode.statusNotRecorded
        ? ', status not recorded'
        : ''
      : `, ${ntStatus(NtStatus(parts.status)).name}`;
  return `${stop}${status} on ${parts.model ?? 'an unknown disk'}`;
}
