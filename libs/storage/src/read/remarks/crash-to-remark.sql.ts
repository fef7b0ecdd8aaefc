import { query } from '../../query.js';
import { remarkSubject } from './remark-subject.js';

/** A crash with its verdict, by its own id or by that of any of its records; `id` is the one it has now. */
export const crashToRemark = query({
  name: 'crash-to-remark',
  text: `
with wanted as (
  select machine_id, id from crash where id = $1
  union all
  select machine_id, crash_id from stop_evidence where record_id = $1 and crash_id is not null
  limit 1
)
select c.id, c.machine_id, g.title, c.family, c.status::float8 as status, dm.name as model, c.cause, c.confidence, c.triage_version
  from wanted
  join crash c on c.machine_id = wanted.machine_id and c.id = wanted.id
  join crash_group g on g.id = c.group_id
  left join disk_model dm on dm.id = c.model_id`,
  params: (p: { id: string }) => [p.id],
  row: remarkSubject,
  sample: { id: '00000000-0000-8000-8000-000000000001' },
});
