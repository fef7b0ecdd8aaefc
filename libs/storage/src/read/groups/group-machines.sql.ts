import { z } from 'zod';
import { query } from '../../query.js';

/** Machines of a group, the one that crashed most first. */
export const groupMachines = query({
  name: 'group-machines',
  text: `
select gm.machine_id, m.computer, m.manufacturer, m.model, gm.crashes, gm.first_crash_at, gm.last_crash_at
  from group_machine gm
  join machine m on m.id = gm.machine_id
 where gm.group_id = $1
   and ($2::int is null or (gm.crashes <= $2 and (gm.crashes < $2 or gm.machine_id > $3::uuid)))
 order by gm.crashes desc, gm.machine_id
 limit $4`,
  params: (p: { id: string; after?: { key: string; id: string }; limit: number }) => [
    p.id,
    p.after?.key ?? null,
    p.after?.id ?? null,
    p.limit,
  ],
  row: z.object({
    machine_id: z.uuid(),
    computer: z.string(),
    manufacturer: z.string().nullable(),
    model: z.string().nullable(),
    crashes: z.number().int(),
    first_crash_at: z.date(),
    last_crash_at: z.date(),
  }),
  sample: { id: '00000000-0000-8000-8000-000000000001', limit: 50 },
});
