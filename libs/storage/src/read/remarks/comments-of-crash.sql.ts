import { query } from '../../query.js';
import { RECORDS_OF_CRASH } from './records-of-crash.js';
import { COMMENT_ITEM, commentItem, remarkPageParams, type RemarkPage } from './remark-item.js';

/** Comments on one crash, newest first: those on any of its records. */
export const commentsOfCrash = query({
  name: 'comments-of-crash',
  text: `
with ${RECORDS_OF_CRASH}
select ${COMMENT_ITEM}
  from comment r
 where r.record_id in (select id from record_of_crash) and r.removed_at is null
   and ($2::timestamptz is null or (r.written_at, r.id) < ($2, $3::uuid))
 order by r.written_at desc, r.id desc
 limit $4`,
  params: (p: RemarkPage) => remarkPageParams(p),
  row: commentItem,
  sample: { id: '00000000-0000-8000-8000-000000000001', limit: 50 },
});
