import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPageTable, isPteOf } from './self-map.js';

const anyKernelAddress64 = fc.bigInt(0xffff_8000_0000_0000n, 0xffff_ffff_ffff_ffffn);
const anyKernelAddress32 = fc.bigInt(0x8000_0000n, 0xffff_ffffn);

describe('isPteOf', () => {
  it.each([
    ['Windows 7 x64', 0xfffff6fc40008070n, 0xfffff8800100e000n],
    ['Windows 7 x64', 0xfffff6fc40008770n, 0xfffff880010eef3cn],
    ['hyperspace', 0xfffff6fb80000000n, 0xfffff70000000058n],
    ['Windows XP x86', 0xc0201754n, 0x805d5b25n],
  ])('recognises the entry of an address of %s', (_, pte, address) => {
    expect(isPteOf(pte, address)).toBe(true);
  });

  it('does not recognise a prototype entry of Windows 10', () => {
    expect(isPteOf(0xffffc1049a602ec0n, 0xfffff8053c2b0000n)).toBe(false);
  });

  it('recognises the entry of every address wherever the region of a 64-bit Windows lies', () => {
    const anyRegion = fc.bigInt(0x1ff_ff00n, 0x1ff_ffffn);
    fc.assert(
      fc.property(anyKernelAddress64, anyRegion, (address, region) => {
        const pte = (region << 39n) | (((address >> 12n) & 0xf_ffff_ffffn) << 3n);
        expect(isPteOf(pte, address)).toBe(true);
        expect(isPteOf(pte + 8n, address)).toBe(false);
      }),
    );
  });

  it('recognises the entry of every address of a 32-bit Windows, with PAE and without', () => {
    fc.assert(
      fc.property(anyKernelAddress32, fc.constantFrom(4n, 8n), (address, size) => {
        const pte = 0xc000_0000n + (address >> 12n) * size;
        expect(isPteOf(pte, address)).toBe(true);
        expect(isPteOf(pte + 1n, address)).toBe(false);
      }),
    );
  });

  it('refuses an entry outside the kernel', () => {
    expect(isPteOf(0x40_0000_0010n, 0xffff_8000_0000_2000n)).toBe(false);
    expect(isPteOf(0xffff_c080_0000_0010n, 0xffff_8000_0000_2000n)).toBe(false);
    expect(isPteOf(0xffff_c040_0000_0010n, 0xffff_8000_0000_2000n)).toBe(true);
  });

  it('says nothing about an address that needs 57 bits', () => {
    const address = 0xff12_3456_789a_b000n;
    const pte = 0xffff_f680_0000_0000n | (((address >> 12n) & 0xf_ffff_ffffn) << 3n);
    expect(isPteOf(pte, address)).toBe(false);
  });
});

describe('isPageTable', () => {
  it('tells a missing page table from a missing page', () => {
    const page = 0xffff_f880_0100_e000n;
    const pte = 0xffff_f6fc_4000_8070n;
    const pde = 0xffff_f680_0000_0000n | (((pte >> 12n) & 0xf_ffff_ffffn) << 3n);
    expect(isPteOf(pde, pte)).toBe(true);
    expect(isPageTable(pde, pte)).toBe(true);
    expect(isPageTable(pte, page)).toBe(false);
    expect(isPageTable(0xc0300800n, 0xc0200000n)).toBe(true);
    expect(isPageTable(0xc0201754n, 0x805d5b25n)).toBe(false);
  });
});
