import { z } from 'zod';
import { query } from '../../query.js';

/** A row when there is such a group; tells an empty page from a wrong address. */
export const groupExists = query({
  name: 'group-exists',
  text: `select id from crash_group where id = $1`,
  params: (p: { id: string }) => [p.id],
  row: z.object({ id: z.uuid() }),
  sample: { id: '00000000-0000-8000-8000-000000000001' },
});
