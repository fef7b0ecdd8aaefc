import { z } from 'zod';
import { query } from '../../query.js';

/** All crashes of the fleet in a window. */
export const crashesInDays = query({
  name: 'crashes-in-days',
  text: `select coalesce(sum(crashes), 0)::int as crashes from fleet_day where day >= $1::date and day < $2::date`,
  params: (p: { from: string; to: string }) => [p.from, p.to],
  row: z.object({ crashes: z.number().int() }),
  sample: { from: '2026-01-01', to: '2026-04-01' },
});
