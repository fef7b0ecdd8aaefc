import { query } from '../../query.js';
import { CELLS } from './cell-window.js';
import { GROUP_ITEM } from './group-item.js';
import { GROUP_FILTERS, GROUP_PAGE_SAMPLE, groupPageParams, groupPageRow } from './group-page.js';

/**
 * Groups with a crash in a window, sorted by what a group has of its own. Reads cells, never crashes: its cost grows with groups x weeks.
 * Sort keys are bigints (times in microseconds), negated when ascending, so that one comparison serves all orders.
 */
export const groupPage = query({
  name: 'group-page',
  text: `
with counted as materialized (
  select group_id, sum(crashes)::int as crashes from (${CELLS}) cell group by group_id
), page as materialized (
  select g.id, counted.crashes, key.sort_key
    from counted
    join crash_group g on g.id = counted.group_id
   cross join lateral (
         select case $5::text when 'machines' then g.machines::bigint
                              when 'last' then (extract(epoch from g.last_crash_at) * 1000000)::bigint
                              else (extract(epoch from g.first_crash_at) * 1000000)::bigint end
                  * case $6::text when 'asc' then -1 else 1 end as sort_key) key
   where ${GROUP_FILTERS}
     and ($16::bigint is null or (key.sort_key, g.id) < ($16, $17::uuid))
   order by key.sort_key desc, g.id desc
   limit $18
)
select ${GROUP_ITEM}, page.crashes as crashes_in_window, page.sort_key::text as sort_key
  from page
  join crash_group g on g.id = page.id
  left join disk_model dm on dm.id = g.model_id
  left join driver_stack ds on ds.id = g.stack_id
 order by page.sort_key desc, page.id desc`,
  params: groupPageParams,
  row: groupPageRow,
  sample: { ...GROUP_PAGE_SAMPLE, sort: 'last' },
});
