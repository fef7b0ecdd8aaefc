import { z } from 'zod';
import { query } from '../../query.js';
import { stored } from '../stored.js';
import { GROUP_ITEM, groupItem } from './group-item.js';

/** One group with the decode and verdict of the crash that stands for it. */
export const groupById = query({
  name: 'group-by-id',
  text: `
select ${GROUP_ITEM},
       coalesce((select sum(crashes) from group_day where group_id = g.id and day >= $2::date and day < $3::date), 0)::int
         as crashes_in_window,
       g.exemplar_crash_id, c.decode, c.verdict, c.triage_version
  from crash_group g
  join crash c on c.machine_id = g.exemplar_machine_id and c.id = g.exemplar_crash_id
  left join disk_model dm on dm.id = g.model_id
  left join driver_stack ds on ds.id = g.stack_id
 where g.id = $1`,
  params: (p: { id: string; from: string; to: string }) => [p.id, p.from, p.to],
  row: groupItem.extend({ exemplar_crash_id: z.uuid(), ...stored }),
  sample: { id: '00000000-0000-8000-8000-000000000001', from: '2026-01-01', to: '2026-04-01' },
});
