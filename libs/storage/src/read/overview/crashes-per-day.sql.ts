import { z } from 'zod';
import { query } from '../../query.js';

/** Crashes of the fleet per day and cause; days and causes without a crash are left out. */
export const crashesPerDay = query({
  name: 'crashes-per-day',
  text: `
select day::text as day, cause, crashes
  from fleet_day
 where day >= $1::date and day < $2::date and crashes > 0
 order by day, cause`,
  params: (p: { from: string; to: string }) => [p.from, p.to],
  row: z.object({ day: z.iso.date(), cause: z.string(), crashes: z.number().int() }),
  sample: { from: '2026-01-01', to: '2026-04-01' },
});
