import { query } from '../../query.js';
import { CRASH_FROM, CRASH_ITEM, CRASH_PAGE_WHERE, crashItem, crashPageParams, type CrashPage } from './crash-item.js';

/** Crashes of one group, newest first. */
export const crashesOfGroup = query({
  name: 'crashes-of-group',
  text: `
select ${CRASH_ITEM}
  from ${CRASH_FROM}
 where c.group_id = $7 and ${CRASH_PAGE_WHERE}
 order by c.stopped_at desc, c.id desc
 limit $6`,
  params: (p: CrashPage & { group: string }) => [...crashPageParams(p), p.group],
  row: crashItem,
  sample: { group: '00000000-0000-8000-8000-000000000001', limit: 50 },
});
