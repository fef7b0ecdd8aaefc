import { z } from 'zod';
import { query } from '../../query.js';
import { CELLS, cellsParams, type CellWindow } from './cell-window.js';

/** How many groups have a crash in a window, and how many of them were never seen before it. */
export const groupCount = query({
  name: 'group-count',
  text: `
select count(*)::int as groups, (count(*) filter (where g.first_crash_at >= $1::date::timestamp at time zone 'UTC'))::int as new_groups
  from (select distinct group_id from (${CELLS}) cell) seen
  join crash_group g on g.id = seen.group_id`,
  params: (p: { cells: CellWindow }) => cellsParams(p.cells),
  row: z.object({ groups: z.number().int(), new_groups: z.number().int() }),
  sample: { cells: { from: '2026-01-03', firstWeek: '2026-01-05', lastWeek: '2026-03-30', to: '2026-04-03' } },
});
