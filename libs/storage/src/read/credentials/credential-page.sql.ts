import { z } from 'zod';
import { query } from '../../query.js';
import { CREDENTIAL_ITEM, credentialItem } from './credential-item.js';

/** Credentials, newest first. Those of machines, of which there is one per PC, are shown only when asked for. */
export const credentialPage = query({
  name: 'credential-page',
  text: `
select ${CREDENTIAL_ITEM}, to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
  from credential c
  left join machine m on m.id = c.machine_id
 where (c.kind = $1 or ($1::text is null and c.kind <> 'machine'))
   and ($2::uuid is null or c.machine_id = $2)
   and ($3::timestamptz is null or (c.created_at, c.id) < ($3, $4::uuid))
 order by c.created_at desc, c.id desc
 limit $5`,
  params: (p: { kind?: string; machine?: string; after?: { key: string; id: string }; limit: number }) => [
    p.kind ?? null,
    p.machine ?? null,
    p.after?.key ?? null,
    p.after?.id ?? null,
    p.limit,
  ],
  row: credentialItem.extend({ sort_key: z.string() }),
  sample: { limit: 50 },
});
