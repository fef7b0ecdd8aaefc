import type { rest } from '@inpage/contracts';
import type { AttachmentItem } from '@inpage/storage';
import type { z } from 'zod';
import { driverStackOf } from '../crashes/crash-answer.js';

export const attachmentOf = (row: AttachmentItem): z.output<typeof rest.attachment> => ({
  machine: { id: row.machine_id, computer: row.computer },
  disk: { id: row.disk_id, model: row.model, firmware: row.firmware, serial: row.serial },
  number: row.number,
  port: row.port,
  holdsPageFile: row.holds_page_file,
  isBoot: row.is_boot,
  driverStack: driverStackOf(row.drivers, row.stack_versions),
  firstSeenAt: row.first_seen_at.toISOString(),
  lastSeenAt: row.last_seen_at.toISOString(),
});
