import { query } from '../../query.js';
import { CELLS } from './cell-window.js';
import { GROUP_ITEM } from './group-item.js';
import { GROUP_FILTERS, GROUP_PAGE_SAMPLE, groupPageParams, groupPageRow } from './group-page.js';

/**
 * Groups with a crash in a window, sorted by their crashes in it: the list that is opened every morning. The order is known from cells
 * alone, so groups are looked up in that order, and no further than the page reaches. `offset 0` keeps the planner from looking up all.
 */
export const groupPageByCrashes = query({
  name: 'group-page-by-crashes',
  text: `
with counted as (
  select group_id, sum(crashes)::bigint * case $6::text when 'asc' then -1 else 1 end as sort_key
    from (${CELLS}) cell
   group by group_id
), ordered as materialized (
  select group_id, sort_key from counted
   where $5::text = 'crashes' and ($16::bigint is null or (sort_key, group_id) < ($16, $17::uuid))
   order by sort_key desc, group_id desc
), page as materialized (
  select found.id, ordered.sort_key
    from ordered
   cross join lateral (
         select g.id from crash_group g
          where g.id = ordered.group_id
            and ${GROUP_FILTERS}
         offset 0) found
   limit $18
)
select ${GROUP_ITEM}, abs(page.sort_key)::int as crashes_in_window, page.sort_key::text as sort_key
  from page
  join crash_group g on g.id = page.id
  left join disk_model dm on dm.id = g.model_id
  left join driver_stack ds on ds.id = g.stack_id
 order by page.sort_key desc, page.id desc`,
  params: groupPageParams,
  row: groupPageRow,
  sample: GROUP_PAGE_SAMPLE,
});
