import { z } from 'zod';

/** RFC 9457. `type` is /problems/<code>; that address explains the code. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof problem>;
