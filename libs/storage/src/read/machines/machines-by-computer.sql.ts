import { z } from 'zod';
import { query } from '../../query.js';
import { MACHINE_ITEM, machineItem, machinePageParams, type MachinePage } from './machine-item.js';

/** Machines by name. */
export const machinesByComputer = query({
  name: 'machines-by-computer',
  text: `
select ${MACHINE_ITEM}, m.computer as sort_key
  from machine m
  left join machine_crashes mc on mc.machine_id = m.id
 where ($1::text is null or strpos(lower(m.computer), $1) > 0)
   and ($2::text is null or (m.computer, m.id) > ($2, $3::uuid))
 order by m.computer, m.id
 limit $4`,
  params: (p: MachinePage) => machinePageParams(p),
  row: machineItem.extend({ sort_key: z.string() }),
  sample: { q: 'pc', limit: 50 },
});
