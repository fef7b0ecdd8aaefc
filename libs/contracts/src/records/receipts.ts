import { z } from 'zod';

/** The answer for one record. `code` is one of the error codes of docs/errors.md. */
export const receipt = z.discriminatedUnion('status', [
  z.object({ status: z.literal('accepted'), id: z.uuid() }),
  z.object({ status: z.literal('duplicate'), id: z.uuid() }),
  z.object({ status: z.literal('rejected'), code: z.string(), detail: z.string() }),
]);
export type Receipt = z.infer<typeof receipt>;

/** The answer to POST /v1/records: one receipt per record, in the order of the request. */
export const receipts = z.object({
  receipts: z.array(receipt),
  accepted: z.number().int(),
  duplicate: z.number().int(),
  rejected: z.number().int(),
});
export type Receipts = z.infer<typeof receipts>;

/** The header with the sender's clock at the moment of sending; what the skew is measured from. */
export const SENT_AT_HEADER = 'inpage-sent-at';
