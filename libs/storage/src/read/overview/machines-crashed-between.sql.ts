import { z } from 'zod';
import { query } from '../../query.js';

/** Machines with a crash in a window that ended: read from the crashes, so it costs as much as there are in it. */
export const machinesCrashedBetween = query({
  name: 'machines-crashed-between',
  text: `
select count(distinct machine_id)::int as machines
  from crash
 where stopped_at >= $1::date::timestamp at time zone 'UTC' and stopped_at < $2::date::timestamp at time zone 'UTC'`,
  params: (p: { from: string; to: string }) => [p.from, p.to],
  row: z.object({ machines: z.number().int() }),
  sample: { from: '2026-01-01', to: '2026-04-01' },
});
