import type { HeardDay } from '@inpage/fleet';
import type { PoolClient } from 'pg';

/**
 * Sets the bit of each day that is not set yet, and says that these days have changed: of all the beats of a machine in one day, only the
 * first writes anything. The machines are locked, so that nobody sets the same bit at the same time.
 */
const SAVE = `
with heard as (
  select date_trunc('month', day)::date as month, machine_id, bit_or(1 << (extract(day from day)::int - 1)) as days
    from unnest($1::uuid[], $2::date[]) as t (machine_id, day)
   group by 1, 2
), fresh as (
  select h.month, h.machine_id, h.days & ~coalesce(m.days, 0) as days
    from heard h left join machine_month m on m.month = h.month and m.machine_id = h.machine_id
   where h.days & ~coalesce(m.days, 0) <> 0
), saved as (
  insert into machine_month as m (month, machine_id, days) select month, machine_id, days from fresh order by 1, 2
  on conflict (month, machine_id) do update set days = m.days | excluded.days
)
insert into exposure_dirty (day)
select distinct f.month + d.n from fresh f join generate_series(0, 30) as d (n) on f.days >> d.n & 1 = 1`;

export async function saveHeardDays(db: PoolClient, days: readonly HeardDay[]): Promise<void> {
  await db.query({
    name: 'save-heard-days',
    text: SAVE,
    values: [days.map(({ machineId }) => machineId), days.map(({ day }) => day)],
  });
}
