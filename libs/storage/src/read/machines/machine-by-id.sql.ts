import { query } from '../../query.js';
import { MACHINE_ITEM, machineItem } from './machine-item.js';

export const machineById = query({
  name: 'machine-by-id',
  text: `select ${MACHINE_ITEM} from machine m left join machine_crashes mc on mc.machine_id = m.id where m.id = $1`,
  params: (p: { id: string }) => [p.id],
  row: machineItem,
  sample: { id: '00000000-0000-8000-8000-000000000001' },
});
