import { query } from '../../query.js';
import { ATTACHMENT_FROM, ATTACHMENT_ITEM, attachmentItem } from '../machines/attachment-item.js';

/** The machines that a disk is or was in, the present one first. */
export const attachmentsOfDisk = query({
  name: 'attachments-of-disk',
  text: `
select ${ATTACHMENT_ITEM}
  from ${ATTACHMENT_FROM}
 where a.disk_id = $1
 order by a.last_seen_at desc, a.machine_id
 limit 100`,
  params: (p: { disk: string }) => [p.disk],
  row: attachmentItem,
  sample: { disk: '00000000-0000-8000-8000-000000000001' },
});
