import { z } from 'zod';
import { query } from '../../query.js';
import type { RateWindow } from './rate-window.js';

/** How much of a window is counted, how far back, and how fresh it is. Machine-days: a machine on a day it was heard from. */
export const exposureCoverage = query({
  name: 'exposure-coverage',
  text: `
select coalesce(sum(machines), 0)::float8 as machine_days, coalesce(sum(with_inventory), 0)::float8 as with_inventory, min(day)::text as counted_from,
       max(counted_at) as counted_at,
       (select count(distinct day) from exposure_dirty where day >= $1::date and day < $2::date)::int as days_to_count
  from exposure_fleet_day
 where day >= $1::date and day < $2::date`,
  params: (p: RateWindow) => [p.from, p.to],
  row: z.object({
    machine_days: z.number(),
    with_inventory: z.number(),
    counted_from: z.string().nullable(),
    counted_at: z.date().nullable(),
    days_to_count: z.number().int(),
  }),
  sample: { from: '2026-08-25', to: '2026-11-23' },
});
