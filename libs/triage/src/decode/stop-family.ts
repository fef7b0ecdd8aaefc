import { type BugcheckCode, baseBugcheck } from '@inpage/codes';
import type { Layout } from '../stop.js';

/** The family of a crash of which nothing is known but that the machine stopped. */
export const UNCLEAN_SHUTDOWN = 'unclean-shutdown';

const INPAGE = 'inpage';
const INPAGE_CRC = 'inpage-crc';

const FAMILY_BY_LAYOUT: Partial<Record<Layout, string>> = {
  '77-status': INPAGE,
  '1A-store': INPAGE,
  '1A-crc': INPAGE_CRC,
};

const KERNEL_DATA_INPAGE_ERROR = 0x7a;
const SHORT_TRANSFER = 2n;

/**
 * What groups share. `inpage`: a page could not be read and a status says why (0x7A, 0x77 and 0x1A in the forms that carry
 * one). `inpage-crc`: it was read, with success and with wrong content. Otherwise the code itself. `parameter1` is looked
 * at for the signature form of 0x77 only: of its three values just 2 blames the storage stack.
 */
export function stopFamily(code: BugcheckCode, layout: Layout = 'none', parameter1?: bigint): string {
  const base = baseBugcheck(code);
  if (base === 0) return UNCLEAN_SHUTDOWN;
  if (base === KERNEL_DATA_INPAGE_ERROR) return INPAGE;
  if (layout === '77-signature' && parameter1 === SHORT_TRANSFER) return INPAGE_CRC;
  return FAMILY_BY_LAYOUT[layout] ?? `bugcheck-0x${base.toString(16)}`;
}
