import { query } from '../../query.js';
import { DISK_FROM, DISK_ITEM, diskItem } from './disk-item.js';

export const diskById = query({
  name: 'disk-by-id',
  text: `select ${DISK_ITEM} from ${DISK_FROM} where d.id = $1`,
  params: (p: { id: string }) => [p.id],
  row: diskItem,
  sample: { id: '00000000-0000-8000-8000-000000000001' },
});
