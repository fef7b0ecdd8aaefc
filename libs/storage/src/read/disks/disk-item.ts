import { z } from 'zod';

/** What every list shows of a disk `d`. A size fits a double: 2^53 bytes are eight pebibytes. */
export const DISK_ITEM = `d.id, dm.name as model, dm.vendor, d.firmware, d.serial, d.bus_type, d.media_type, d.size_bytes::float8 as size_bytes,
       d.virtual, d.bridged, m.id as machine_id, m.computer, d.first_seen_at, d.last_seen_at,
       coalesce(dc.crashes, 0) as crashes, dc.last_crash_at`;

export const DISK_FROM = `disk d
  join disk_model dm on dm.id = d.model_id
  left join machine m on m.id = d.machine_id
  left join disk_crashes dc on dc.disk_id = d.id`;

export const diskItem = z.object({
  id: z.uuid(),
  model: z.string(),
  vendor: z.string().nullable(),
  firmware: z.string().nullable(),
  serial: z.string().nullable(),
  bus_type: z.number().int().nullable(),
  media_type: z.number().int().nullable(),
  size_bytes: z.number().int().nullable(),
  virtual: z.boolean(),
  bridged: z.boolean(),
  machine_id: z.uuid().nullable(),
  computer: z.string().nullable(),
  first_seen_at: z.date(),
  last_seen_at: z.date(),
  crashes: z.number().int(),
  last_crash_at: z.date().nullable(),
});
export type DiskItem = z.infer<typeof diskItem>;
