import type { MachineInventory } from '@inpage/fleet';
import type { PoolClient } from 'pg';

/** How far back an inventory that arrives now changes what was counted. Older days stay as they are. */
const HORIZON_DAYS = 92;

/**
 * The days whose disks are others now. An inventory that says what the one before it said changes none, which is the usual case. Otherwise:
 * the days on which its machine was heard from, from its own on to that of the next; the oldest inventory also speaks for the days before it.
 * The bounds are a day too wide rather than too narrow: counting once more does no harm.
 */
const MARK = `
insert into exposure_dirty (day)
select distinct m.month + d.n
  from unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) as t (machine_id, observed_at, facts_id)
  left join lateral (
    select facts_id from inventory i where i.machine_id = t.machine_id and i.observed_at < t.observed_at
     order by i.observed_at desc, i.record_id desc limit 1) before on true
  left join lateral (
    select observed_at from inventory i where i.machine_id = t.machine_id and i.observed_at > t.observed_at
     order by i.observed_at limit 1) after on true
  join machine_month m on m.machine_id = t.machine_id
   and m.month in (select (date_trunc('month', now() at time zone 'UTC') - make_interval(months => n))::date from generate_series(0, $4 / 28 + 1) as s (n))
  join generate_series(0, 30) as d (n) on m.days >> d.n & 1 = 1
 where before.facts_id is distinct from t.facts_id
   and m.month + d.n >= (now() at time zone 'UTC')::date - $4
   and (before.facts_id is null or m.month + d.n >= (t.observed_at at time zone 'UTC')::date)
   and (after.observed_at is null or m.month + d.n <= (after.observed_at at time zone 'UTC')::date)`;

export async function markInventoryDays(db: PoolClient, inventories: readonly MachineInventory[]): Promise<void> {
  if (inventories.length === 0) return;
  await db.query({
    name: 'mark-inventory-days',
    text: MARK,
    values: [
      inventories.map(({ machineId }) => machineId),
      inventories.map(({ observedAtMs }) => new Date(observedAtMs).toISOString()),
      inventories.map(({ factsId }) => factsId),
      HORIZON_DAYS,
    ],
  });
}
