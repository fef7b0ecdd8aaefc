import { query } from '../../query.js';
import { CRASH_FROM, CRASH_ITEM, CRASH_PAGE_WHERE, crashItem, crashPageParams, type CrashPage } from './crash-item.js';

/** Crashes of one machine, newest first. */
export const crashesOfMachine = query({
  name: 'crashes-of-machine',
  text: `
select ${CRASH_ITEM}
  from ${CRASH_FROM}
 where c.machine_id = $7 and ($8::uuid is null or c.group_id = $8) and ($9::uuid is null or c.disk_id = $9) and ${CRASH_PAGE_WHERE}
 order by c.stopped_at desc, c.id desc
 limit $6`,
  params: (p: CrashPage & { machine: string; group?: string; disk?: string }) => [
    ...crashPageParams(p),
    p.machine,
    p.group ?? null,
    p.disk ?? null,
  ],
  row: crashItem,
  sample: { machine: '00000000-0000-8000-8000-000000000001', limit: 50 },
});
