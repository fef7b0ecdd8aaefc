import { z } from 'zod';
import { query } from '../../query.js';

/** How many machines and disks there are. */
export const fleetSize = query({
  name: 'fleet-size',
  text: `select (select count(*) from machine)::int as machines, (select count(*) from disk)::int as disks`,
  params: (_: object) => [],
  row: z.object({ machines: z.number().int(), disks: z.number().int() }),
  sample: {},
});
