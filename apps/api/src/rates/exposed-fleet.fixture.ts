import { PgExposureLedger, type Database } from '@inpage/storage';

/** One model with its firmware, each on so many machines with one disk. */
interface Planted {
  readonly model: string;
  readonly firmware: string;
  readonly machines: number;
  readonly stopped: number;
}

/**
 * 3,403 machines that were heard from on each of the last hundred days. Firmware BAD-2 of model A stops one disk in ten; its model's other
 * firmware and the twenty other models stop next to none. Model T has three disks, and all of them stopped.
 */
export const PLANTED: readonly Planted[] = [
  { model: 'A', firmware: 'GOOD-1', machines: 200, stopped: 1 },
  { model: 'A', firmware: 'BAD-2', machines: 200, stopped: 20 },
  ...Array.from({ length: 20 }, (_, n) => ({ model: `M${n}`, firmware: 'ONE', machines: 150, stopped: n % 2 })),
  { model: 'T', firmware: 'TINY', machines: 3, stopped: 3 },
];

/** Days that were heard from, today included. */
export const HEARD_DAYS = 100;

const uuid = (kind: string, model: string, firmware: string) =>
  `md5('${kind} ' || ${model} || ' ' || ${firmware} || ' ' || n)::uuid`;
const ID = { machine: uuid('pc', '$1::text', '$2::text'), disk: uuid('disk', '$1::text', '$2::text') };

const MODEL = `insert into disk_model (key, name) values (lower($1), $1) on conflict do nothing`;
const MACHINES = `
insert into machine (id, computer, machine_guid, first_heard_at, last_heard_at, inventory_at)
select ${ID.machine}, 'pc ' || $1 || ' ' || $2 || ' ' || n, ${ID.machine}, now() - interval '200 days', now(), now() from generate_series(1, $3::int) as t (n)`;
const DISKS = `
insert into disk (id, model_id, serial, firmware, first_seen_at, last_seen_at)
select ${ID.disk}, m.id, $1 || $2 || n, $2, now() - interval '200 days', now() from generate_series(1, $3::int) as t (n), disk_model m where m.name = $1`;
const FACTS = `
insert into inventory_facts (machine_id, id, machine_model) select ${ID.machine}, ${ID.machine}, 'Workbook ' || n % 2 from generate_series(1, $3::int) as t (n)`;
const INVENTORY = `
insert into inventory (machine_id, observed_at, record_id, facts_id)
select ${ID.machine}, now() - interval '150 days', ${ID.machine}, ${ID.machine} from generate_series(1, $3::int) as t (n)`;
const INVENTORY_DISK = `
insert into inventory_disk (machine_id, facts_id, number, disk_id, model_id, firmware, stack_id, stack_versions, removable, virtual, bridged, is_boot, holds_page_file)
select ${ID.machine}, ${ID.machine}, 0, ${ID.disk}, m.id, $2, 1, '{10.0.1,10.0.2}', false, false, false, true, true
  from generate_series(1, $3::int) as t (n), disk_model m where m.name = $1`;
/** Each disk stops twice: crashes are not what is counted. */
const CRASHES = `
insert into crash (machine_id, id, group_id, stopped_at, stopped_at_precision, reported_at, arrived_at, grade, family, layout, backing, disk_id, model_id, firmware,
  stack_id, stack_versions, machine_model, cause, confidence, verdict, decode, records, triage_version)
select ${ID.machine}, md5('crash ' || $1::text || $2::text || n || twice)::uuid, md5('group')::uuid, now() - make_interval(days => 5 + twice), 'exact', now(), now(), 'B', 'inpage', 'C',
  'unknown', ${ID.disk}, m.id, $2, 1, '{10.0.1,10.0.2}', 'Workbook ' || n % 2, $4, 0.7, '{}', '{}', 1, 1
  from generate_series(1, $3::int) as t (n), generate_series(0, 1) as u (twice), disk_model m where m.name = $1`;
const HEARD = `
insert into machine_month (month, machine_id, days)
select date_trunc('month', day)::date, m.id, bit_or(1 << (extract(day from day)::int - 1))
  from machine m, generate_series((now() at time zone 'UTC')::date - ($1::int - 1), (now() at time zone 'UTC')::date, interval '1 day') as d (day)
 where m.computer like 'pc %'
 group by 1, 2`;
const CHANGED = `insert into exposure_dirty (day) select (now() at time zone 'UTC')::date - n from generate_series(0, $1::int - 1) as t (n)`;

/** Plants the fleet and counts its exposure as the worker does. */
export async function seedExposedFleet(database: Database): Promise<void> {
  const { pool } = database;
  for (const { model, firmware, machines, stopped } of PLANTED) {
    await pool.query(MODEL, [model]);
    for (const text of [MACHINES, DISKS, FACTS, INVENTORY, INVENTORY_DISK]) {
      await pool.query(text, [model, firmware, machines]);
    }
    await pool.query(CRASHES, [model, firmware, stopped, 'media']);
    await pool.query(CRASHES.replace("md5('crash '", "md5('software '"), [model, firmware, machines, 'software']);
  }
  await pool.query(HEARD, [HEARD_DAYS]);
  await pool.query(CHANGED, [HEARD_DAYS]);
  const ledger = new PgExposureLedger(database);
  for (const { day } of await ledger.changedDays()) await ledger.count(day);
}
