import { z } from 'zod';
import { query } from '../../query.js';

const MOST_VALUES = 200;

/** Firmware, driver versions, machine models and OS builds among the crashes of a group in a window, the frequent first. */
export const groupFacets = query({
  name: 'group-facets',
  text: `
select facet, value, sum(crashes)::int as crashes
  from group_day_facet
 where group_id = $1 and day >= $2::date and day < $3::date
 group by facet, value
 order by crashes desc, facet, value
 limit ${MOST_VALUES}`,
  params: (p: { id: string; from: string; to: string }) => [p.id, p.from, p.to],
  row: z.object({ facet: z.string(), value: z.string(), crashes: z.number().int() }),
  sample: { id: '00000000-0000-8000-8000-000000000001', from: '2026-01-01', to: '2026-04-01' },
});
