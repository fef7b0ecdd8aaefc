import { z } from 'zod';
import { query } from '../../query.js';
import { CELLS, cellsParams, type CellWindow } from './cell-window.js';
import { GROUP_ITEM, groupItem } from './group-item.js';

export const GROUP_SORTS = ['crashes', 'last', 'first', 'machines'] as const;

export interface GroupPage {
  readonly cells: CellWindow;
  readonly causes?: readonly string[];
  readonly family?: string;
  /** An NTSTATUS, or `none` for groups without one. */
  readonly status?: number | 'none';
  /** A model, or `unknown`. */
  readonly model?: string;
  /** Driver names joined by ` > `, or `unknown`. */
  readonly stack?: string;
  /** Part of the title. */
  readonly q?: string;
  readonly sort: (typeof GROUP_SORTS)[number];
  readonly order: 'asc' | 'desc';
  /** The key and id of the last group of the page before. */
  readonly after?: { readonly key: string; readonly id: string };
  readonly limit: number;
}

/**
 * Groups with a crash in a window, sorted. Reads cells, never crashes: its cost grows with groups x weeks.
 * Sort keys are bigints (times in microseconds), negated when ascending, so that one comparison serves all eight orders.
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
         select case $5::text when 'crashes' then counted.crashes::bigint
                              when 'machines' then g.machines::bigint
                              when 'last' then (extract(epoch from g.last_crash_at) * 1000000)::bigint
                              else (extract(epoch from g.first_crash_at) * 1000000)::bigint end
                  * case $6::text when 'asc' then -1 else 1 end as sort_key) key
   where ($7::text[] is null or g.cause = any ($7))
     and ($8::text is null or g.family = $8)
     and ($9::bigint is null or g.status = $9)
     and (not $10::boolean or g.status is null)
     and ($11::text is null or g.model_id = (select id from disk_model where key = $11))
     and (not $12::boolean or g.model_id is null)
     and ($13::text is null or g.stack_id = (select id from driver_stack where key = $13))
     and (not $14::boolean or g.stack_id is null)
     and ($15::text is null or strpos(lower(g.title), $15) > 0)
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
  params: (p: GroupPage) => [
    ...cellsParams(p.cells),
    p.sort,
    p.order,
    p.causes ?? null,
    p.family ?? null,
    typeof p.status === 'number' ? p.status : null,
    p.status === 'none',
    p.model === 'unknown' ? null : (p.model?.toLowerCase() ?? null),
    p.model === 'unknown',
    p.stack === 'unknown' ? null : (p.stack ?? null),
    p.stack === 'unknown',
    p.q?.toLowerCase() ?? null,
    p.after?.key ?? null,
    p.after?.id ?? null,
    p.limit,
  ],
  row: groupItem.extend({ sort_key: z.string() }),
  sample: {
    cells: { from: '2026-01-03', firstWeek: '2026-01-05', lastWeek: '2026-03-30', to: '2026-04-03' },
    causes: ['media'],
    status: 0xc0000185,
    q: 'data',
    sort: 'crashes',
    order: 'desc',
    after: { key: '12', id: '00000000-0000-8000-8000-000000000001' },
    limit: 50,
  },
});
