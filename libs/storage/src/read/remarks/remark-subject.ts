import { z } from 'zod';

/** What can be remarked on, and what the verdict says of it now. `status` is unsigned 32-bit: it fits a double, which pg reads as a number. */
export const remarkSubject = z.object({
  id: z.uuid(),
  machine_id: z.uuid(),
  title: z.string(),
  family: z.string(),
  status: z.number().int().nullable(),
  model: z.string().nullable(),
  cause: z.string(),
  confidence: z.number(),
  triage_version: z.number().int(),
});
export type RemarkSubjectRow = z.infer<typeof remarkSubject>;
