import { query } from '../../query.js';
import { RECORDS_OF_CRASH } from './records-of-crash.js';
import { ANSWER_ITEM, answerItem, remarkPageParams, type RemarkPage } from './remark-item.js';

/** Answers about one crash, newest first, whichever of its records they name: the first is the one that counts. */
export const answersOfCrash = query({
  name: 'answers-of-crash',
  text: `
with ${RECORDS_OF_CRASH}
select ${ANSWER_ITEM}
  from answer r
 where r.record_id in (select id from record_of_crash)
   and ($2::timestamptz is null or (r.answered_at, r.id) < ($2, $3::uuid))
 order by r.answered_at desc, r.id desc
 limit $4`,
  params: (p: RemarkPage) => remarkPageParams(p),
  row: answerItem,
  sample: { id: '00000000-0000-8000-8000-000000000001', limit: 50 },
});
