import { z } from 'zod';
import { query } from '../../query.js';

/** Revokes a credential; one that is revoked already keeps its time. No row when there is no such credential. */
export const revokeCredential = query({
  name: 'revoke-credential',
  text: `update credential set revoked_at = coalesce(revoked_at, now()) where id = $1 returning id`,
  params: (p: { id: string }) => [p.id],
  row: z.object({ id: z.uuid() }),
  sample: { id: '00000000-0000-8000-8000-000000000001' },
});
