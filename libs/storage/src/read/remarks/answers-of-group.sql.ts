import { query } from '../../query.js';
import { ANSWER_ITEM, answerItem, remarkPageParams, type RemarkPage } from './remark-item.js';

/** Answers about one group, newest first: the first is the one that counts. */
export const answersOfGroup = query({
  name: 'answers-of-group',
  text: `
select ${ANSWER_ITEM}
  from answer r
 where r.group_id = $1
   and ($2::timestamptz is null or (r.answered_at, r.id) < ($2, $3::uuid))
 order by r.answered_at desc, r.id desc
 limit $4`,
  params: (p: RemarkPage) => remarkPageParams(p),
  row: answerItem,
  sample: { id: '00000000-0000-8000-8000-000000000001', limit: 50 },
});
