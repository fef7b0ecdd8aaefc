import { z } from 'zod';

/** An attachment `a`: this disk in this machine, with what the newest inventory that showed it said of it. */
export const ATTACHMENT_ITEM = `a.machine_id, m.computer, a.disk_id, dm.name as model, d.firmware, d.serial, a.number, a.port,
       coalesce(shown.holds_page_file, false) as holds_page_file, coalesce(shown.is_boot, false) as is_boot,
       ds.drivers, shown.stack_versions, a.first_seen_at, a.last_seen_at`;

export const ATTACHMENT_FROM = `attachment a
  join machine m on m.id = a.machine_id
  join disk d on d.id = a.disk_id
  join disk_model dm on dm.id = d.model_id
  left join inventory_disk shown
         on shown.machine_id = a.machine_id and shown.facts_id = a.facts_id and shown.number = a.number and shown.disk_id = a.disk_id
  left join driver_stack ds on ds.id = shown.stack_id`;

export const attachmentItem = z.object({
  machine_id: z.uuid(),
  computer: z.string(),
  disk_id: z.uuid(),
  model: z.string(),
  firmware: z.string().nullable(),
  serial: z.string().nullable(),
  number: z.number().int(),
  port: z.string().nullable(),
  holds_page_file: z.boolean(),
  is_boot: z.boolean(),
  drivers: z.array(z.string()).nullable(),
  stack_versions: z.array(z.string().nullable()).nullable(),
  first_seen_at: z.date(),
  last_seen_at: z.date(),
});
export type AttachmentItem = z.infer<typeof attachmentItem>;
