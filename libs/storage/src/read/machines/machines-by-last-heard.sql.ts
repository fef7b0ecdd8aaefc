import { z } from 'zod';
import { query } from '../../query.js';
import { MACHINE_ITEM, machineItem, machinePageParams, type MachinePage } from './machine-item.js';

/** Machines, the one that was heard of last first. */
export const machinesByLastHeard = query({
  name: 'machines-by-last-heard',
  text: `
select ${MACHINE_ITEM}, to_char(m.last_heard_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
  from machine m
  left join machine_crashes mc on mc.machine_id = m.id
 where ($1::text is null or strpos(lower(m.computer), $1) > 0)
   and ($2::timestamptz is null or (m.last_heard_at, m.id) < ($2, $3::uuid))
 order by m.last_heard_at desc, m.id desc
 limit $4`,
  params: (p: MachinePage) => machinePageParams(p),
  row: machineItem.extend({ sort_key: z.string() }),
  sample: { q: 'pc', limit: 50 },
});
