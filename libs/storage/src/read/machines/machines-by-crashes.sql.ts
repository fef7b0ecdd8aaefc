import { z } from 'zod';
import { query } from '../../query.js';
import { MACHINE_ITEM, machineItem, machinePageParams, type MachinePage } from './machine-item.js';

/**
 * Machines, the one that crashed most first, those without a crash last. Two halves, because only a machine that crashed has
 * a counter: each half reads its index no further than the page is long.
 */
export const machinesByCrashes = query({
  name: 'machines-by-crashes',
  text: `
select ${MACHINE_ITEM}, coalesce(mc.crashes, 0)::text as sort_key
  from ((select counter.machine_id as id, counter.crashes
           from machine_crashes counter
           join machine named on named.id = counter.machine_id
          where ($1::text is null or strpos(lower(named.computer), $1) > 0)
            and ($2::int is null or (counter.crashes <= $2 and (counter.crashes < $2 or counter.machine_id > $3::uuid)))
          order by counter.crashes desc, counter.machine_id
          limit $4)
        union all
        (select quiet.id, 0
           from machine quiet
          where not exists (select from machine_crashes counter where counter.machine_id = quiet.id)
            and ($1::text is null or strpos(lower(quiet.computer), $1) > 0)
            and ($2::int is null or $2 > 0 or quiet.id > $3::uuid)
          order by quiet.id
          limit $4)
        order by crashes desc, id
        limit $4) page
  join machine m on m.id = page.id
  left join machine_crashes mc on mc.machine_id = m.id
 order by page.crashes desc, page.id`,
  params: (p: MachinePage) => machinePageParams(p),
  row: machineItem.extend({ sort_key: z.string() }),
  sample: { q: 'pc', after: { key: '3', id: '00000000-0000-8000-8000-000000000001' }, limit: 50 },
});
