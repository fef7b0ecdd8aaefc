import { z } from 'zod';
import { query } from '../../query.js';

type Event = Readonly<Record<string, unknown>>;

/** The storage events that were looked at when a crash was judged, oldest first. */
export const diskEventsAround = query({
  name: 'disk-events-around',
  text: `
select record_id, at, event
  from disk_event
 where machine_id = $1 and at >= $2 and at < $3 and record_id = any ($4::uuid[])
 order by at, record_id`,
  params: (p: { machine: string; from: string; to: string; records: readonly string[] }) => [
    p.machine,
    p.from,
    p.to,
    p.records,
  ],
  row: z.object({
    record_id: z.uuid(),
    at: z.date(),
    event: z.custom<Event>((value) => typeof value === 'object' && value !== null),
  }),
  sample: {
    machine: '00000000-0000-8000-8000-000000000001',
    from: '2026-01-01T00:00:00Z',
    to: '2026-01-08T00:00:00Z',
    records: [],
  },
});
