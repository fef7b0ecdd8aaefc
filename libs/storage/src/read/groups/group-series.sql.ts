import { z } from 'zod';
import { query } from '../../query.js';

/** Crashes of a group on every day of a window, days without one included. */
export const groupSeries = query({
  name: 'group-series',
  text: `
select d.day::date::text as day, coalesce(cell.crashes, 0) as crashes
  from generate_series($2::date::timestamp, $3::date::timestamp - interval '1 day', interval '1 day') d (day)
  left join group_day cell on cell.group_id = $1 and cell.day = d.day::date
 order by d.day`,
  params: (p: { id: string; from: string; to: string }) => [p.id, p.from, p.to],
  row: z.object({ day: z.iso.date(), crashes: z.number().int() }),
  sample: { id: '00000000-0000-8000-8000-000000000001', from: '2026-01-01', to: '2026-04-01' },
});
