import { z } from 'zod';

/** What every list shows of a group `g`, its model `dm` and its stack `ds`. */
export const GROUP_ITEM = `g.id, g.family, g.code::float8 as code, g.status::float8 as status, g.title, g.cause, g.confidence,
       dm.name as model, ds.drivers, g.crashes, g.machines, g.disks, g.first_crash_at, g.last_crash_at`;

/** `code` and `status` are unsigned 32-bit values: they fit a double, which pg reads as a number. */
export const groupItem = z.object({
  id: z.uuid(),
  family: z.string(),
  code: z.number().int().nullable(),
  status: z.number().int().nullable(),
  title: z.string(),
  cause: z.string(),
  confidence: z.number(),
  model: z.string().nullable(),
  drivers: z.array(z.string()).nullable(),
  crashes: z.number().int(),
  machines: z.number().int(),
  disks: z.number().int(),
  first_crash_at: z.date(),
  last_crash_at: z.date(),
  crashes_in_window: z.number().int(),
});
export type GroupItem = z.infer<typeof groupItem>;
