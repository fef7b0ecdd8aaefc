import { query } from '../../query.js';
import { CRASH_FROM, CRASH_ITEM, CRASH_PAGE_WHERE, crashItem, crashPageParams, type CrashPage } from './crash-item.js';

/** Crashes that speak of one disk, newest first. */
export const crashesOfDisk = query({
  name: 'crashes-of-disk',
  text: `
select ${CRASH_ITEM}
  from ${CRASH_FROM}
 where c.disk_id = $7 and ($8::uuid is null or c.group_id = $8) and ${CRASH_PAGE_WHERE}
 order by c.stopped_at desc, c.id desc
 limit $6`,
  params: (p: CrashPage & { disk: string; group?: string }) => [...crashPageParams(p), p.disk, p.group ?? null],
  row: crashItem,
  sample: { disk: '00000000-0000-8000-8000-000000000001', limit: 50 },
});
