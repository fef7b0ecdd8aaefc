import { ExposureLedger, type ChangedDay } from '@inpage/fleet';
import type { Database } from '../database.js';

const CHANGED = `
select c.day::text, f.counted_at
  from (select distinct day from exposure_dirty) c left join exposure_fleet_day f on f.day = c.day`;

/** Whoever waits for a day that is being counted would only count it twice. */
const TAKE = `select pg_try_advisory_xact_lock(hashtext('exposure'), $1::date - date '2000-01-01') as taken`;

/**
 * The inventory in force is the newest up to the end of the day, else the oldest there is, as for crashes. A disk that two machines claim
 * is counted where it was seen last. Virtual disks are left out: what fails there is something else.
 */
const COUNT = `
with heard as (
  select m.machine_id, coalesce(newest.facts_id, oldest.facts_id) as facts_id, coalesce(newest.observed_at, oldest.observed_at) as observed_at
    from machine_month m
    left join lateral (
      select facts_id, observed_at from inventory i
       where i.machine_id = m.machine_id and i.observed_at < ($1::date + 1)::timestamp at time zone 'UTC'
       order by observed_at desc, record_id desc limit 1) newest on true
    left join lateral (
      select facts_id, observed_at from inventory i where newest.facts_id is null and i.machine_id = m.machine_id
       order by observed_at, record_id limit 1) oldest on true
   where m.month = date_trunc('month', $1::date)::date and m.days >> (extract(day from $1::date)::int - 1) & 1 = 1
), disks as (
  select distinct on (d.disk_id) d.model_id, d.firmware, f.machine_model,
         s.drivers[cardinality(s.drivers)] || ' ' || nullif(d.stack_versions[cardinality(s.drivers)], '') as driver
    from heard h
    join inventory_disk d on d.machine_id = h.machine_id and d.facts_id = h.facts_id
    join inventory_facts f on f.machine_id = h.machine_id and f.id = h.facts_id
    left join driver_stack s on s.id = d.stack_id
   where not d.virtual
   order by d.disk_id, h.observed_at desc, h.machine_id
), fleet as (
  insert into exposure_fleet_day (day, machines, with_inventory, disks, counted_at)
  select $1::date, count(*), count(facts_id), (select count(*) from disks), clock_timestamp() from heard
  on conflict (day) do update set machines = excluded.machines, with_inventory = excluded.with_inventory, disks = excluded.disks,
    counted_at = excluded.counted_at
)
insert into exposure_day (day, dimension, model_id, value, disks)
select $1::date, case grouping(model_id, firmware, driver, machine_model) when 7 then 'model' when 3 then 'firmware' when 13 then 'driver' else 'machine-model' end,
       model_id, coalesce(firmware, driver, machine_model), count(*)
  from disks
 group by grouping sets ((model_id), (model_id, firmware), (driver), (machine_model))`;

/** Exposure in PostgreSQL. */
export class PgExposureLedger extends ExposureLedger {
  constructor(private readonly database: Database) {
    super();
  }

  async changedDays(): Promise<ChangedDay[]> {
    const { rows } = await this.database.pool.query(CHANGED);
    return rows.map(({ day, counted_at }) => ({ day, ...(counted_at && { countedAt: counted_at }) }));
  }

  /** What is noted while this counts is seen either by the count or by the next one: a note is taken before the counting begins. */
  count(day: string): Promise<boolean> {
    return this.database.transaction(async (db) => {
      if (!(await db.query(TAKE, [day])).rows[0].taken) return false;
      await db.query('delete from exposure_dirty where day = $1::date', [day]);
      await db.query('delete from exposure_day where day = $1::date', [day]);
      await db.query(COUNT, [day]);
      return true;
    });
  }
}
