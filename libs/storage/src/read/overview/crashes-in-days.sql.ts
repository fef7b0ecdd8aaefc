import { z } from 'zod';
import { query } from '../../query.js';

/** All crashes of the fleet in a window, and whether any crash is known from that time or earlier. */
export const crashesInDays = query({
  name: 'crashes-in-days',
  text: `select coalesce(sum(crashes) filter (where day >= $1::date), 0)::int as crashes, count(*) > 0 as known
  from (select day, crashes from fleet_day where day >= $1::date and day < $2::date
        union all (select day, crashes from fleet_day where day < $1::date order by day desc limit 1)) days`,
  params: (p: { from: string; to: string }) => [p.from, p.to],
  row: z.object({ crashes: z.number().int(), known: z.boolean() }),
  sample: { from: '2026-01-01', to: '2026-04-01' },
});
