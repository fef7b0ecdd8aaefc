import { query } from '../../query.js';
import { COMMENT_ITEM, commentItem, remarkPageParams, type RemarkPage } from './remark-item.js';

/** Comments on one group, newest first, whether there still is such a group or not. */
export const commentsOfGroup = query({
  name: 'comments-of-group',
  text: `
select ${COMMENT_ITEM}
  from comment r
 where r.group_id = $1 and r.removed_at is null
   and ($2::timestamptz is null or (r.written_at, r.id) < ($2, $3::uuid))
 order by r.written_at desc, r.id desc
 limit $4`,
  params: (p: RemarkPage) => remarkPageParams(p),
  row: commentItem,
  sample: { id: '00000000-0000-8000-8000-000000000001', limit: 50 },
});
