import { z } from 'zod';
import { query } from '../../query.js';

/** How far behind the answers are. Chunk ids grow with time, so the newest chunk is found through its key. */
export const freshness = query({
  name: 'freshness',
  text: `
select (select received_at from record_chunk order by id desc limit 1) as last_record_at,
       (select count(*) from digest_pending)::int as pending_chunks`,
  params: (_: object) => [],
  row: z.object({ last_record_at: z.date().nullable(), pending_chunks: z.number().int() }),
  sample: {},
});
