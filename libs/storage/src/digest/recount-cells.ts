import type { PoolClient } from 'pg';

/** Where one crash is counted. `day` is the day of the crash in UTC. */
export interface Cell {
  readonly groupId: string;
  readonly machineId: string;
  readonly diskId?: string;
  readonly day: string;
}

/**
 * Counts again, from crashes, every cell that was touched. Doing it twice changes nothing. Two digests that touch one group,
 * disk or day wait for each other here, so that each counts what the other committed.
 */
export async function recountCells(db: PoolClient, touched: readonly Cell[]): Promise<void> {
  if (touched.length === 0) return;
  const groups = distinct(touched.map(({ groupId }) => groupId));
  const disks = distinct(touched.flatMap(({ diskId }) => diskId ?? []));
  const days = distinct(touched.map(({ day }) => day));
  await db.query('select id from crash_group where id = any($1::uuid[]) order by id for update', [groups]);
  await db.query('select pg_advisory_xact_lock(hashtext(name)) from unnest($1::text[]) as t (name)', [
    [...disks, ...days],
  ]);

  const groupDays = pairs(touched, ({ groupId, day }) => [groupId, day]);
  await db.query({ name: 'recount-group-day', text: GROUP_DAY, values: groupDays });
  await db.query({ name: 'recount-group-week', text: GROUP_WEEK, values: groupDays });
  await db.query({ name: 'recount-group-block', text: GROUP_BLOCK, values: groupDays });
  await db.query(
    'delete from group_day_facet f using unnest($1::uuid[], $2::date[]) as t (group_id, day) where f.group_id = t.group_id and f.day = t.day',
    groupDays,
  );
  await db.query({ name: 'recount-facets', text: FACETS, values: groupDays });
  await db.query({
    name: 'recount-group-machine',
    text: GROUP_MACHINE,
    values: pairs(touched, ({ groupId, machineId }) => [groupId, machineId]),
  });
  await db.query({
    name: 'recount-group-disk',
    text: GROUP_DISK,
    values: pairs(touched, ({ groupId, diskId }) => [groupId, diskId]),
  });
  await db.query({ name: 'recount-groups', text: GROUPS, values: [groups] });
  await db.query(
    'delete from crash_group g where g.id = any($1::uuid[]) and not exists (select 1 from crash c where c.group_id = g.id)',
    [groups],
  );
  await db.query({
    name: 'recount-machines',
    text: MACHINES,
    values: [distinct(touched.map(({ machineId }) => machineId))],
  });
  await db.query({ name: 'recount-disks', text: DISKS, values: [disks] });
  await db.query('delete from fleet_day where day = any($1::date[])', [days]);
  await db.query({ name: 'recount-fleet-day', text: FLEET_DAY, values: [days] });
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

function pairs(touched: readonly Cell[], pair: (cell: Cell) => [string, string | undefined]): [string[], string[]] {
  const keys = distinct(touched.map(pair).flatMap(([a, b]) => (b === undefined ? [] : [`${a} ${b}`])));
  return [keys.map((key) => key.split(' ')[0]!), keys.map((key) => key.split(' ')[1]!)];
}

const GROUP_DAY = `
with counted as (
  select t.group_id, t.day, count(c.id)::int as crashes
    from unnest($1::uuid[], $2::date[]) as t (group_id, day)
    left join crash c on c.group_id = t.group_id
      and c.stopped_at >= t.day::timestamp at time zone 'UTC' and c.stopped_at < (t.day + 1)::timestamp at time zone 'UTC'
   group by t.group_id, t.day
), gone as (
  delete from group_day g using counted n where g.group_id = n.group_id and g.day = n.day and n.crashes = 0
)
insert into group_day as g (group_id, day, crashes) select group_id, day, crashes from counted where crashes > 0 order by group_id, day
on conflict (group_id, day) do update set crashes = excluded.crashes`;

const GROUP_WEEK = `
with counted as (
  select t.group_id, t.week, coalesce(sum(d.crashes), 0)::int as crashes
    from (select distinct group_id, date_trunc('week', day)::date as week from unnest($1::uuid[], $2::date[]) as u (group_id, day)) t
    left join group_day d on d.group_id = t.group_id and d.day >= t.week and d.day < t.week + 7
   group by t.group_id, t.week
), gone as (
  delete from group_week g using counted n where g.group_id = n.group_id and g.week = n.week and n.crashes = 0
)
insert into group_week as g (group_id, week, crashes) select group_id, week, crashes from counted where crashes > 0 order by group_id, week
on conflict (group_id, week) do update set crashes = excluded.crashes`;

/** Block of a day: see the comment on group_block. */
const GROUP_BLOCK = `
with counted as (
  select t.group_id, t.block, coalesce(sum(w.crashes), 0)::int as crashes
    from (select distinct group_id, day - (day - date '0001-01-01') % 28 as block from unnest($1::uuid[], $2::date[]) as u (group_id, day)) t
    left join group_week w on w.group_id = t.group_id and w.week >= t.block and w.week < t.block + 28
   group by t.group_id, t.block
), gone as (
  delete from group_block g using counted n where g.group_id = n.group_id and g.block = n.block and n.crashes = 0
)
insert into group_block as g (group_id, block, crashes) select group_id, block, crashes from counted where crashes > 0 order by group_id, block
on conflict (group_id, block) do update set crashes = excluded.crashes`;

const FACETS = `
insert into group_day_facet (group_id, day, facet, value, crashes)
select t.group_id, t.day, f.facet, f.value, count(*)::int
  from unnest($1::uuid[], $2::date[]) as t (group_id, day)
  join crash c on c.group_id = t.group_id
    and c.stopped_at >= t.day::timestamp at time zone 'UTC' and c.stopped_at < (t.day + 1)::timestamp at time zone 'UTC'
  left join driver_stack s on s.id = c.stack_id
 cross join lateral (
   values ('firmware', c.firmware), ('machine-model', c.machine_model), ('os-build', c.os_build), ('layout', nullif(c.layout, 'none')),
     ('backing', nullif(c.backing, 'unknown'))
   union all
   select 'driver', d.name || ' ' || d.version from unnest(s.drivers, c.stack_versions) as d (name, version) where d.version <> ''
 ) as f (facet, value)
 where f.value is not null
 group by t.group_id, t.day, f.facet, f.value`;

const GROUP_MACHINE = `
with counted as (
  select t.group_id, t.machine_id, count(c.id)::int as crashes, min(c.stopped_at) as first, max(c.stopped_at) as last
    from unnest($1::uuid[], $2::uuid[]) as t (group_id, machine_id)
    left join crash c on c.machine_id = t.machine_id and c.group_id = t.group_id
   group by t.group_id, t.machine_id
), gone as (
  delete from group_machine g using counted n where g.group_id = n.group_id and g.machine_id = n.machine_id and n.crashes = 0
)
insert into group_machine (group_id, machine_id, crashes, first_crash_at, last_crash_at)
select group_id, machine_id, crashes, first, last from counted where crashes > 0
on conflict (group_id, machine_id) do update set
  crashes = excluded.crashes, first_crash_at = excluded.first_crash_at, last_crash_at = excluded.last_crash_at`;

const GROUP_DISK = `
with counted as (
  select t.group_id, t.disk_id, count(c.id)::int as crashes, min(c.stopped_at) as first, max(c.stopped_at) as last
    from unnest($1::uuid[], $2::uuid[]) as t (group_id, disk_id)
    left join crash c on c.disk_id = t.disk_id and c.group_id = t.group_id
   group by t.group_id, t.disk_id
), gone as (
  delete from group_disk g using counted n where g.group_id = n.group_id and g.disk_id = n.disk_id and n.crashes = 0
)
insert into group_disk (group_id, disk_id, crashes, first_crash_at, last_crash_at)
select group_id, disk_id, crashes, first, last from counted where crashes > 0
on conflict (group_id, disk_id) do update set
  crashes = excluded.crashes, first_crash_at = excluded.first_crash_at, last_crash_at = excluded.last_crash_at`;

/** The crash that stands for a group: of its twenty newest the one with the best evidence, so the cost is the same for any group. */
const GROUPS = `
update crash_group g set crashes = d.crashes, machines = m.machines, disks = k.disks, first_crash_at = f.stopped_at, last_crash_at = l.stopped_at,
  exemplar_machine_id = e.machine_id, exemplar_crash_id = e.id, cause = e.cause, confidence = e.confidence
  from unnest($1::uuid[]) as t (id)
 cross join lateral (select coalesce(sum(crashes), 0)::int as crashes from group_day where group_id = t.id) d
 cross join lateral (select count(*)::int as machines from group_machine where group_id = t.id) m
 cross join lateral (select count(*)::int as disks from group_disk where group_id = t.id) k
 cross join lateral (select stopped_at from crash where group_id = t.id order by stopped_at limit 1) f
 cross join lateral (select stopped_at from crash where group_id = t.id order by stopped_at desc limit 1) l
 cross join lateral (
   select newest.* from (select machine_id, id, cause, confidence, grade, stopped_at from crash where group_id = t.id order by stopped_at desc, id limit 20) newest
    order by grade, stopped_at desc, id limit 1) e
 where g.id = t.id`;

const MACHINES = `
with counted as (
  select t.machine_id, count(c.id)::int as crashes, max(c.stopped_at) as last
    from unnest($1::uuid[]) as t (machine_id) left join crash c on c.machine_id = t.machine_id group by t.machine_id
), gone as (
  delete from machine_crashes m using counted n where m.machine_id = n.machine_id and n.crashes = 0
)
insert into machine_crashes (machine_id, crashes, last_crash_at) select machine_id, crashes, last from counted where crashes > 0
on conflict (machine_id) do update set crashes = excluded.crashes, last_crash_at = excluded.last_crash_at`;

const DISKS = `
with counted as (
  select t.disk_id, count(c.id)::int as crashes, max(c.stopped_at) as last
    from unnest($1::uuid[]) as t (disk_id) left join crash c on c.disk_id = t.disk_id group by t.disk_id
), gone as (
  delete from disk_crashes d using counted n where d.disk_id = n.disk_id and n.crashes = 0
)
insert into disk_crashes (disk_id, crashes, last_crash_at) select disk_id, crashes, last from counted where crashes > 0
on conflict (disk_id) do update set crashes = excluded.crashes, last_crash_at = excluded.last_crash_at`;

const FLEET_DAY = `
insert into fleet_day (day, cause, crashes, machines)
select t.day, c.cause, count(*)::int, count(distinct c.machine_id)::int
  from unnest($1::date[]) as t (day)
  join crash c on c.stopped_at >= t.day::timestamp at time zone 'UTC' and c.stopped_at < (t.day + 1)::timestamp at time zone 'UTC'
 group by t.day, c.cause`;
