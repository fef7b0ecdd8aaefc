import type { DumpFacts } from '@inpage/contracts';
import { z } from 'zod';
import { query } from '../../query.js';

/** What the dumps of a crash tell; hardly ever more than one. In the order in which the digest compares them. */
export const dumpsOfCrash = query({
  name: 'dumps-of-crash',
  text: `
select dump
  from stop_evidence
 where crash_id = $1 and machine_id = $2 and dump is not null
 order by record_id
 limit 16`,
  params: (p: { crash: string; machine: string }) => [p.crash, p.machine],
  row: z.object({ dump: z.custom<DumpFacts>((value) => typeof value === 'object' && value !== null) }),
  sample: { crash: '00000000-0000-8000-8000-000000000001', machine: '00000000-0000-8000-8000-000000000002' },
});
