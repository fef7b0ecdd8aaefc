import { z } from 'zod';
import { query } from '../../query.js';

/** Disks of a group, the one with most crashes first. */
export const groupDisks = query({
  name: 'group-disks',
  text: `
select gd.disk_id, dm.name as model, d.firmware, d.serial, gd.crashes, gd.first_crash_at, gd.last_crash_at
  from group_disk gd
  join disk d on d.id = gd.disk_id
  join disk_model dm on dm.id = d.model_id
 where gd.group_id = $1
   and ($2::int is null or (gd.crashes <= $2 and (gd.crashes < $2 or gd.disk_id > $3::uuid)))
 order by gd.crashes desc, gd.disk_id
 limit $4`,
  params: (p: { id: string; after?: { key: string; id: string }; limit: number }) => [
    p.id,
    p.after?.key ?? null,
    p.after?.id ?? null,
    p.limit,
  ],
  row: z.object({
    disk_id: z.uuid(),
    model: z.string(),
    firmware: z.string().nullable(),
    serial: z.string().nullable(),
    crashes: z.number().int(),
    first_crash_at: z.date(),
    last_crash_at: z.date(),
  }),
  sample: { id: '00000000-0000-8000-8000-000000000001', limit: 50 },
});
