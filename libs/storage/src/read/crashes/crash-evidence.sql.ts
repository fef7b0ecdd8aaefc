import { z } from 'zod';
import { query } from '../../query.js';

/** The records that a crash was merged from, those of dumps under a name of their own, in the order in which they were reported. */
export const crashEvidence = query({
  name: 'crash-evidence',
  text: `
select record_id, case when dump is null then kind else 'dump' end as kind, reported_at, stopped_at, received_at
  from stop_evidence
 where crash_id = $1 and machine_id = $2
 order by reported_at, record_id`,
  params: (p: { crash: string; machine: string }) => [p.crash, p.machine],
  row: z.object({
    record_id: z.uuid(),
    kind: z.string(),
    reported_at: z.date(),
    stopped_at: z.date().nullable(),
    received_at: z.date(),
  }),
  sample: { crash: '00000000-0000-8000-8000-000000000001', machine: '00000000-0000-8000-8000-000000000002' },
});
