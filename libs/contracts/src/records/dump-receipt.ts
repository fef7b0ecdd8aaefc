import { z } from 'zod';
import { dumpRecord } from './dump.js';
import { receipt } from './receipts.js';

/** The answer to POST /v1/dumps: the receipt of the record, and the record that was read from the file. */
export const dumpReceipt = z.object({
  receipt,
  record: dumpRecord.describe('What was read and committed; facts.warnings says what could not be read'),
  keptUntil: z.iso.datetime().optional().describe('When the file itself is deleted; absent where it is not kept'),
});
export type DumpReceipt = z.infer<typeof dumpReceipt>;

/** The header in which a sender with an enrolment key names the computer of a dump. */
export const COMPUTER_HEADER = 'inpage-computer';
