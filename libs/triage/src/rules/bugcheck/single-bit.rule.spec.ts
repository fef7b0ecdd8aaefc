import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { decoded } from '../witnesses.fixture.js';
import { bugcheckSingleBit } from './single-bit.rule.js';

describe('bugcheck/single-bit', () => {
  it.each([
    ['a page table entry', decoded(0x1a, 0x403n, 0xfffff68000001000n, 0x80000001234a5867n, 0x80000001234a5863n)],
    ['an address of 0x50', decoded(0x50, 0xfffe8a0012345678n, 0n, 1n, 4n)],
    ['a page that Windows itself calls so', decoded(0x12b, 0xc00002c4n, 0x5d7n, 0n, 0n)],
  ])('takes one bit in %s for RAM', (_, decode) => {
    expect(bugcheckSingleBit.test(factsOf(decode))[0]).toMatchObject({ cause: 'memory', weight: 3 });
  });

  it.each([
    ['more than one bit', decoded(0x1a, 0x403n, 0xfffff68000001000n, 0x80000001234a5867n, 0x8000000133445863n)],
    ['a sound address', decoded(0x50, 0xffff8a0012345678n, 0n, 1n, 2n)],
    ['a user address', decoded(0x50, 0x12345678n, 0n, 1n, 2n)],
    ['two checksums, where one bit changes many', decoded(0x1a, 0x3fn, 0x5000n, 0x1234n, 0x1235n)],
    ['a failed read', inpageStop(0xc000009c)],
  ])('is silent about %s', (_, decode) => {
    expect(bugcheckSingleBit.test(factsOf(decode))).toEqual([]);
  });
});
