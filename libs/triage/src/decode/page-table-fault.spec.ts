import { BugcheckCode } from '@inpage/codes';
import { describe, expect, it } from 'vitest';
import { decodeStop } from './decode-stop.js';
import { isPageTableFault32 } from './page-table-fault.js';

describe('isPageTableFault32', () => {
  it.each([
    ['without PAE', [1n, 0xc000009an, 0x81a3d020n, 0xc001a000n], true],
    ['with PAE', [2n, 0xc000009an, 0n, 0xc07ff000n], true],
    ['just behind the region', [1n, 0xc000009an, 0x81a3d020n, 0xc0800000n], false],
    ['on 64-bit Windows', [1n, 0xffffffffc000009an, 0n, 0xc001a000n], false],
    ['a page table entry in place of a lock type', [0xc0006800n, 0xc000009an, 0n, 0xc001a000n], false],
    ['a status in place of the address', [1n, 0n, 0n, 0xc0000185n], false],
    ['an address that was not recorded', [1n, 0xc000009an], false],
  ] as const)('%s', (_, parameters, expected) => {
    expect(isPageTableFault32(parameters as Parameters<typeof isPageTableFault32>[0])).toBe(expected);
  });

  it('makes the decode say so', () => {
    const read = (p4: bigint) =>
      decodeStop({ code: BugcheckCode(0x7a), parameters: [1n, 0xc000009an, 0x81a3d020n, p4] }).warnings;
    expect(read(0xc001a000n)).toEqual([
      'The address lies where 32-bit Windows keeps its page tables: what is missing is a page table and no data.',
    ]);
    expect(read(0xe1a3d020n)).toEqual([]);
  });
});
