import { is32Bit } from './address.js';
import type { Parameters } from './reading.js';
import { isInPteRegion32 } from './self-map.js';
import { isSurelyStatus } from './status-parameter.js';

const HIGHEST_LOCK_TYPE_OF_A = 3n;

/**
 * True for a 0x7A of layout A on 32-bit Windows whose address lies in the page tables (0xC0000000 to 0xC03FFFFF, with PAE to
 * 0xC07FFFFF): what was missing is a page table and no data. 64-bit Windows shows itself by a sign-extended status. A status that
 * was written into parameter 4 by mistake lies in the same region and is no address.
 */
export const isPageTableFault32 = ([p1, p2, p3, p4]: Parameters): boolean =>
  p1 !== undefined &&
  p1 >= 1n &&
  p1 <= HIGHEST_LOCK_TYPE_OF_A &&
  p4 !== undefined &&
  [p2 ?? 0n, p3 ?? 0n, p4].every(is32Bit) &&
  isInPteRegion32(p4) &&
  !isSurelyStatus(p4);
