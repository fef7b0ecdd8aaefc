import { query } from '../../query.js';
import { remarkSubject } from './remark-subject.js';

/** A group with its verdict, which is that of the crash that stands for it. */
export const groupToRemark = query({
  name: 'group-to-remark',
  text: `
select g.id, g.exemplar_machine_id as machine_id, g.title, g.family, g.status::float8 as status, dm.name as model, g.cause, g.confidence,
       c.triage_version
  from crash_group g
  join crash c on c.machine_id = g.exemplar_machine_id and c.id = g.exemplar_crash_id
  left join disk_model dm on dm.id = g.model_id
 where g.id = $1`,
  params: (p: { id: string }) => [p.id],
  row: remarkSubject,
  sample: { id: '00000000-0000-8000-8000-000000000001' },
});
