import { query } from '../../query.js';
import { ATTACHMENT_FROM, ATTACHMENT_ITEM, attachmentItem } from './attachment-item.js';

/** The disks that are or were in a machine, those seen last first. */
export const attachmentsOfMachine = query({
  name: 'attachments-of-machine',
  text: `
select ${ATTACHMENT_ITEM}
  from ${ATTACHMENT_FROM}
 where a.machine_id = $1
 order by a.last_seen_at desc, a.number, a.disk_id
 limit 100`,
  params: (p: { machine: string }) => [p.machine],
  row: attachmentItem,
  sample: { machine: '00000000-0000-8000-8000-000000000001' },
});
