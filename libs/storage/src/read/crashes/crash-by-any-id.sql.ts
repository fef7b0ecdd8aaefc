import { z } from 'zod';
import { query } from '../../query.js';
import { stored, type CrashLeadUp } from '../stored.js';
import { CRASH_FROM, CRASH_ITEM, crashItem } from './crash-item.js';

/** One crash, by its own id or by the id of any record that speaks of it: a receipt leads to its crash for ever. */
export const crashByAnyId = query({
  name: 'crash-by-any-id',
  text: `
with wanted as (
  select machine_id, id from crash where id = $1
  union all
  select machine_id, crash_id from stop_evidence where record_id = $1 and crash_id is not null
  limit 1
)
select ${CRASH_ITEM}, c.disk_rule, ds.drivers, c.stack_versions, c.decode, c.verdict, c.triage_version, c.lead_up
  from wanted, ${CRASH_FROM}
  left join driver_stack ds on ds.id = c.stack_id
 where c.machine_id = wanted.machine_id and c.id = wanted.id`,
  params: (p: { id: string }) => [p.id],
  row: crashItem.extend({
    disk_rule: z.string().nullable(),
    drivers: z.array(z.string()).nullable(),
    stack_versions: z.array(z.string().nullable()).nullable(),
    ...stored,
    lead_up: z.custom<CrashLeadUp | null>((value) => typeof value === 'object'),
  }),
  sample: { id: '00000000-0000-8000-8000-000000000001' },
});
