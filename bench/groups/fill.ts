import type { Pool } from 'pg';

/** A fleet's worth of crashes: 5,000 groups, 500,000 machines, 120 days; a group's share falls off like in real life. */
export const FLEET = { groups: 5_000, machines: 500_000, days: 120 } as const;

const BATCH = 500_000;

/** Ids that look like ours (UUID version 8), spread like digests. */
const BENCH_ID = `create function bench_id(kind int, n bigint) returns uuid language sql immutable as $$
  select overlay(overlay(md5(kind || ' ' || n) placing '8' from 13) placing '8' from 17)::uuid $$`;

/** Groups, models and stacks, and no crash. Indexes of crash are taken off until it is full. */
export async function prepare(pool: Pool): Promise<void> {
  await pool.query(BENCH_ID);
  await pool.query('alter table crash set unlogged');
  await pool.query(
    `insert into disk_model (key, name) select 'model ' || i, 'Model ' || i from generate_series(1, 250) i`,
  );
  await pool.query(
    `insert into driver_stack (key, drivers) select 'disk > d' || i, array['disk', 'd' || i] from generate_series(1, 20) i`,
  );
  await pool.query(
    `insert into crash_group (id, key, family, code, status, model_id, stack_id, title, cause, confidence, exemplar_machine_id, exemplar_crash_id,
       crashes, machines, disks, first_crash_at, last_crash_at)
     select bench_id(1, i), 'group ' || i, 'inpage', 122, 3221225861, 1 + i % 250, 1 + i % 20, 'KERNEL_DATA_INPAGE_ERROR on Model ' || i % 250,
       (array['media', 'link', 'device-gone', 'controller', 'software', 'unknown'])[1 + i % 6], 0.6, bench_id(2, 1), bench_id(3, i), 0, 0, 0, now(), now()
       from generate_series(0, ${FLEET.groups - 1}) i`,
  );
}

/** Adds crashes numbered from `from` to `to`. */
export async function addCrashes(pool: Pool, from: number, to: number, told: (done: number) => void): Promise<void> {
  await pool.query(
    'drop index if exists crash_id, crash_group_time, crash_machine_time, crash_disk_time, crash_time, crash_cause_time',
  );
  for (let start = from; start < to; start += BATCH) {
    await pool.query(
      `insert into crash (machine_id, id, group_id, stopped_at, stopped_at_precision, reported_at, arrived_at, grade, code, family, status, layout, backing,
         model_id, stack_id, cause, confidence, verdict, decode, records, triage_version)
       select bench_id(2, abs(hashint8(i)) % ${FLEET.machines}), bench_id(3, i),
         bench_id(1, floor(${FLEET.groups} * power(abs(hashint8(i * 7)) / 2147483648.0, 2))::bigint), t, 'exact', t, t, 'B', 122, 'inpage', 3221225861, 'C', 'paging-file',
         1 + i % 250, 1 + i % 20, 'link', 0.6, '{}', '{}', 3, 1
         from generate_series($1::bigint, $2::bigint) i
        cross join lateral (select now() - (abs(hashint8(i * 13)) / 2147483648.0) * interval '${FLEET.days} days' as t) at`,
      [start, Math.min(start + BATCH, to) - 1],
    );
    told(Math.min(start + BATCH, to));
  }
  for (const index of INDEXES) await pool.query(index);
}

const INDEXES = [
  'create index crash_id on crash (id)',
  'create index crash_group_time on crash (group_id, stopped_at desc)',
  'create index crash_machine_time on crash (machine_id, stopped_at desc)',
  'create index crash_disk_time on crash (disk_id, stopped_at desc) where disk_id is not null',
  'create index crash_time on crash (stopped_at desc)',
  'create index crash_cause_time on crash (cause, stopped_at desc)',
];

/** The cells as the digest would have counted them, all at once. */
export async function countCells(pool: Pool): Promise<void> {
  await pool.query('truncate group_day, group_week, group_block, group_machine, fleet_day');
  await pool.query(
    `insert into group_day select group_id, (stopped_at at time zone 'UTC')::date, count(*)::int from crash group by 1, 2`,
  );
  await pool.query(
    `insert into group_week select group_id, date_trunc('week', day)::date, sum(crashes)::int from group_day group by 1, 2`,
  );
  await pool.query(
    `insert into group_block select group_id, week - (week - date '0001-01-01') % 28, sum(crashes)::int from group_week group by 1, 2`,
  );
  await pool.query(
    `insert into group_machine select group_id, machine_id, count(*)::int, min(stopped_at), max(stopped_at) from crash group by 1, 2`,
  );
  await pool.query(
    `insert into fleet_day select (stopped_at at time zone 'UTC')::date, cause, count(*)::int, count(distinct machine_id)::int from crash group by 1, 2`,
  );
  await pool.query(
    `update crash_group g set crashes = c.crashes, machines = c.machines, first_crash_at = c.first, last_crash_at = c.last,
       exemplar_machine_id = e.machine_id, exemplar_crash_id = e.id
       from (select group_id, sum(crashes)::int as crashes, count(*)::int as machines, min(first_crash_at) as first, max(last_crash_at) as last from group_machine group by 1) c
      cross join lateral (select machine_id, id from crash where group_id = c.group_id order by stopped_at desc limit 1) e
      where g.id = c.group_id`,
  );
  await pool.query(
    `update crash set verdict = $1, decode = $2 where id in (select exemplar_crash_id from crash_group) and verdict = '{}'`,
    [VERDICT, DECODE],
  );
  await pool.query('vacuum analyze group_day, group_week, group_block, group_machine, crash_group, fleet_day');
  await pool.query('vacuum analyze crash');
}

/** Of the crashes that stand for a group; the others are never read here. */
const VERDICT = JSON.stringify({
  cause: 'link',
  confidence: 0.6,
  reasons: [
    {
      rule: 'status/io-device-error',
      cause: 'link',
      weight: 3,
      because: 'The read failed with STATUS_IO_DEVICE_ERROR.',
    },
  ],
  brokenRules: [],
  whatHappened: 'Windows needed a page of kernel memory back and could not read it.',
  whoDidIt: 'Probably the path to the disk.',
  howToFix: '1. Reseat the disk.',
  forOwner: 'Your PC lost touch with its disk for a moment.',
});
const DECODE = JSON.stringify({
  code: 122,
  name: 'KERNEL_DATA_INPAGE_ERROR',
  family: 'inpage',
  layout: 'C',
  status: 3221225861,
  statusNotRecorded: false,
  backing: 'paging-file',
  parameters: [],
  warnings: [],
});
