import { z } from 'zod';
import { query } from '../../query.js';

/** Machines with a crash since a day: from their counters, so it is exact only for a window that reaches the present. */
export const machinesCrashedSince = query({
  name: 'machines-crashed-since',
  text: `
select count(*)::int as machines
  from machine_crashes
 where crashes > 0 and last_crash_at >= $1::date::timestamp at time zone 'UTC'`,
  params: (p: { from: string }) => [p.from],
  row: z.object({ machines: z.number().int() }),
  sample: { from: '2026-01-01' },
});
