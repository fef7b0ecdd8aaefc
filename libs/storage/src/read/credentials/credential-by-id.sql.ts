import { query } from '../../query.js';
import { CREDENTIAL_ITEM, credentialItem } from './credential-item.js';

export const credentialById = query({
  name: 'credential-by-id',
  text: `select ${CREDENTIAL_ITEM} from credential c left join machine m on m.id = c.machine_id where c.id = $1`,
  params: (p: { id: string }) => [p.id],
  row: credentialItem,
  sample: { id: '00000000-0000-8000-8000-000000000001' },
});
