import { parseHex64 } from '@inpage/core';
import type { Decode } from '../../stop.js';
import { isPageTableFault32 } from '../../decode/page-table-fault.js';
import type { Parameters } from '../../decode/reading.js';
import { PHYSICAL, statusClass } from '../recorded-status.js';
import { claim, type Rule } from '../rule.js';

function parametersOf({ parameters }: Decode): Parameters {
  const [p1, p2, p3, p4] = parameters.map(({ value }) => parseHex64(value ?? ''));
  return [p1, p2, p3, p4];
}

const address = ({ faultingAddress = '' }: Decode): string => `0x${faultingAddress.slice(-8).toUpperCase()}`;

/** A status that a disk made outweighs this: then the page table was on that disk, and the disk could not be read. */
const BESIDE_A_DISK_STATUS = 0.25;

export const bugcheckPageTablePage: Rule = {
  id: 'bugcheck/page-table-page',
  doc: 'What was missing is a page table of 32-bit Windows: the machine was short of memory for its own tables, as with /MAXMEM, and no disk is named.',
  source:
    'Our inference from the fixed place of the page tables (0xC0000000) of 32-bit Windows, and from what /MAXMEM takes away',
  weight: 4,
  test(facts) {
    const { decode } = facts;
    if (decode.layout !== 'A' || !isPageTableFault32(parametersOf(decode))) return [];
    const share = PHYSICAL.has(statusClass(facts) ?? 'unknown') ? BESIDE_A_DISK_STATUS : 1;
    const missing = `The missing page at ${address(decode)} is a page table of 32-bit Windows`;
    return [
      claim('resources', 4 * share, `${missing}; a limit like /MAXMEM, or too little RAM, leaves no room for them.`),
      claim('software', 1.5 * share, `${missing}; a driver that frees or maps memory wrongly can lose one too.`),
    ];
  },
};
