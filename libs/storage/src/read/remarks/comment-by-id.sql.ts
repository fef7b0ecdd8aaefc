import { query } from '../../query.js';
import { COMMENT_ITEM, commentItem } from './remark-item.js';

/** One comment, unless it is removed. */
export const commentById = query({
  name: 'comment-by-id',
  text: `select ${COMMENT_ITEM} from comment r where r.id = $1 and r.removed_at is null`,
  params: (p: { id: string }) => [p.id],
  row: commentItem,
  sample: { id: '00000000-0000-8000-8000-000000000001' },
});
