import type { Backing, Layout } from '../stop.js';
import { is32Bit, isCanonical48, isKernel32, isKernel64 } from './address.js';
import { isInFixedPteRegion64, isInPteRegion32, isPageTable, isPteOf } from './self-map.js';

/** What the page table arithmetic says about a 0x7A whose first parameter is the address of a page table entry. */
export interface PteReading {
  readonly layout: Extract<Layout, 'C' | 'C-old'>;
  readonly backing: Backing;
  readonly faultingAddress?: bigint;
  readonly warnings: readonly string[];
}

const isUsable = (address: bigint | undefined): address is bigint => address !== undefined && address !== 0n;

const found = (layout: PteReading['layout'], pte: bigint, address: bigint): PteReading => ({
  layout,
  backing: 'paging-file',
  faultingAddress: address,
  warnings: isPageTable(pte, address) ? ['The missing page was itself a page table.'] : [],
});

/**
 * Parameters 1, 3 and 4 of the layouts C and C-old. An entry that belongs to the address describes the page itself, so the
 * page was most likely in the paging file. A kernel address that does not belong to it is a prototype entry: the page
 * belongs to a section, such as a driver image or a mapped file. Windows 2000 to 2003 put the address into parameter 3.
 */
export function readPteLayout(pte: bigint, p3: bigint | undefined, p4: bigint | undefined): PteReading {
  if (isUsable(p4) && isPteOf(pte, p4)) return found('C', pte, p4);
  if (isUsable(p3) && isPteOf(pte, p3) && (is32Bit(pte) || isKernel64(p3))) return found('C-old', pte, p3);
  return is32Bit(pte) && is32Bit(p4 ?? 0n) ? unmatched32(pte, p3, p4) : unmatched64(pte, p4);
}

/** Which of parameters 3 and 4 is the address? Only when exactly parameter 4 is a kernel address do we know. */
function unmatched32(pte: bigint, p3: bigint | undefined, p4: bigint | undefined): PteReading {
  const sure = isUsable(p4) && isKernel32(p4) && !(isUsable(p3) && isKernel32(p3));
  const prototype = isKernel32(pte) && !isInPteRegion32(pte) && isUsable(p4);
  return {
    layout: 'C',
    backing: prototype ? 'section' : 'unknown',
    faultingAddress: sure ? p4 : undefined,
    warnings: [...oddPte32(pte), ...(isUsable(p4) && !sure ? [ORDER_UNKNOWN] : [])],
  };
}

const ORDER_UNKNOWN =
  'Parameters 3 and 4 may stand in the older order (address, then contents of the entry); the page table arithmetic fits neither.';

function oddPte32(pte: bigint): readonly string[] {
  if (!isKernel32(pte)) return ['Parameter 1 is neither a lock type nor a kernel address; it may be mistyped.'];
  return isInPteRegion32(pte)
    ? ['Parameter 1 is a page table entry, but not that of the address in parameter 3 or 4.']
    : [];
}

function unmatched64(pte: bigint, p4: bigint | undefined): PteReading {
  const warnings = oddPte64(pte, p4);
  const prototype = warnings.length === 0 && isUsable(p4);
  return {
    layout: 'C',
    backing: prototype ? 'section' : 'unknown',
    faultingAddress: isUsable(p4) ? p4 : undefined,
    warnings,
  };
}

function oddPte64(pte: bigint, p4: bigint | undefined): readonly string[] {
  if (!isCanonical48(p4 ?? 0n) || !isCanonical48(pte))
    return ['An address does not fit 48 bits; the page table arithmetic was left out.'];
  if (!isKernel64(pte)) return ['Parameter 1 is neither a lock type nor a kernel address; it may be mistyped.'];
  const foreign = isUsable(p4) && isInFixedPteRegion64(pte);
  return foreign
    ? ['Parameter 1 lies where page table entries are, but is not that of the address in parameter 4.']
    : [];
}
