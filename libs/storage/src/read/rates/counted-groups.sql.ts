import { z } from 'zod';
import { query } from '../../query.js';
import type { RateQuestion } from './rate-window.js';

/**
 * Disk-days and stopped disks per model, firmware, driver or machine model. A stop counts on days since its machine was first heard
 * from: what a new machine tells of its past has no exposure beside it. Groups with most disk-days first.
 */
export const countedGroups = query({
  name: 'counted-groups',
  text: `
with counted as (
  select model_id, value, coalesce(model_id, 0) as model_key, coalesce(value, '') as value_key, sum(disks) as disk_days, max(disks) as disks
    from exposure_day
   where dimension = $1 and day >= $2::date and day < $3::date
   group by model_id, value
), stopped as (
  select t.model_id, t.value, coalesce(t.model_id, 0) as model_key, coalesce(t.value, '') as value_key, count(distinct c.disk_id) as events
    from crash c
    join machine m on m.id = c.machine_id
    join disk k on k.id = c.disk_id
    left join driver_stack s on s.id = c.stack_id
   cross join lateral (
     select case when $1 in ('model', 'firmware') then c.model_id end as model_id,
            case $1 when 'firmware' then c.firmware when 'machine-model' then c.machine_model
              when 'driver' then s.drivers[cardinality(s.drivers)] || ' ' || nullif(c.stack_versions[cardinality(s.drivers)], '') end as value) t
   where c.cause = any($4::text[]) and not k.virtual
     and c.stopped_at >= $2::date::timestamp at time zone 'UTC' and c.stopped_at < $3::date::timestamp at time zone 'UTC'
     and c.stopped_at >= date_trunc('day', m.first_heard_at, 'UTC')
   group by t.model_id, t.value
)
select coalesce(n.model_id, s.model_id) as model_id, d.name as model, d.vendor, coalesce(n.value, s.value) as value,
       coalesce(n.disks, 0) as disks, coalesce(n.disk_days, 0)::float8 as disk_days, coalesce(s.events, 0)::int as events
  from counted n
  full join stopped s on s.model_key = n.model_key and s.value_key = n.value_key
  left join disk_model d on d.id = coalesce(n.model_id, s.model_id)
 order by disk_days desc, model_id, value
 limit $5`,
  params: (p: RateQuestion) => [p.by, p.from, p.to, p.causes, p.limit],
  row: z.object({
    model_id: z.number().int().nullable(),
    model: z.string().nullable(),
    vendor: z.string().nullable(),
    value: z.string().nullable(),
    disks: z.number().int(),
    disk_days: z.number(),
    events: z.number().int(),
  }),
  sample: { by: 'firmware', from: '2026-08-25', to: '2026-11-23', causes: ['media', 'link'], limit: 100 },
});
