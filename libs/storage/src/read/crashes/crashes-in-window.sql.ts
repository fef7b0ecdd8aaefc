import { query } from '../../query.js';
import { CRASH_FROM, CRASH_ITEM, CRASH_PAGE_WHERE, crashItem, crashPageParams, type CrashPage } from './crash-item.js';

/** Crashes of the whole fleet, newest first. */
export const crashesInWindow = query({
  name: 'crashes-in-window',
  text: `
select ${CRASH_ITEM}
  from ${CRASH_FROM}
 where ${CRASH_PAGE_WHERE}
 order by c.stopped_at desc, c.id desc
 limit $6`,
  params: (p: CrashPage) => [...crashPageParams(p)],
  row: crashItem,
  sample: { from: '2026-01-01T00:00:00Z', to: '2026-04-01T00:00:00Z', causes: ['media'], limit: 50 },
});
