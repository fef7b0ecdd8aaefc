import { z } from 'zod';

/** One storage event of the machine around a stop, as the lead-up of a crash shows it. */
export const leadUpEvent = z.object({
  recordId: z.string(),
  at: z.iso.datetime(),
  secondsBefore: z.number().describe('From the event to the stop; negative when it was logged afterwards'),
  kind: z.string().describe('bad-block, io-retried, device-reset …'),
  provider: z.string(),
  eventId: z.number().int(),
  disk: z.enum(['this-disk', 'another-disk', 'unknown-disk']).describe('Whether it speaks of the disk of the crash'),
  device: z.string().nullable().describe('As the event spells it: \\Device\\Harddisk0\\DR0, C:'),
  status: z.string().nullable().describe('NTSTATUS, 0xC0000185; null when the event carries none'),
  says: z.string().describe('One sentence'),
});
