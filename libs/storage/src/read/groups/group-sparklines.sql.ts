import { z } from 'zod';
import { query } from '../../query.js';

/** Crashes per part of a window for the groups of one page; parts are numbered from 0, the oldest. Empty parts are left out. */
export const groupSparklines = query({
  name: 'group-sparklines',
  text: `
select g.group_id, part.part, part.crashes
  from unnest($1::uuid[]) as g (group_id)
 cross join lateral (
       select ((day - $2::date) / $4::int)::int as part, sum(crashes)::int as crashes
         from group_day
        where group_id = g.group_id and day >= $2::date and day < $3::date
        group by 1) part`,
  params: (p: { groups: readonly string[]; from: string; to: string; daysPerPart: number }) => [
    p.groups,
    p.from,
    p.to,
    p.daysPerPart,
  ],
  row: z.object({ group_id: z.uuid(), part: z.number().int(), crashes: z.number().int() }),
  sample: { groups: ['00000000-0000-8000-8000-000000000001'], from: '2026-01-01', to: '2026-04-01', daysPerPart: 9 },
});
