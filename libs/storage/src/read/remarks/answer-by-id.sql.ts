import { query } from '../../query.js';
import { ANSWER_ITEM, answerItem } from './remark-item.js';

export const answerById = query({
  name: 'answer-by-id',
  text: `select ${ANSWER_ITEM} from answer r where r.id = $1`,
  params: (p: { id: string }) => [p.id],
  row: answerItem,
  sample: { id: '00000000-0000-8000-8000-000000000001' },
});
