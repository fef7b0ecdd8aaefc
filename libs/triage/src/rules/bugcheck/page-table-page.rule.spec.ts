import { describe, expect, it } from 'vitest';
import { factsOf } from '../crash-facts.fixture.js';
import { decoded } from '../witnesses.fixture.js';
import { bugcheckPageTablePage } from './page-table-page.rule.js';

describe('bugcheck/page-table-page', () => {
  it('reads a missing page table of 32-bit Windows as too little memory', () => {
    const claims = bugcheckPageTablePage.test(factsOf(decoded(0x7a, 1n, 0xc000009an, 0x81a3d020n, 0xc001a000n)));
    expect(claims.map(({ cause, weight }) => [cause, weight])).toEqual([
      ['resources', 4],
      ['software', 1.5],
    ]);
    expect(claims[0]!.because).toContain('0xC001A000');
  });

  it('gives way to a status that a disk made', () => {
    expect(
      bugcheckPageTablePage.test(factsOf(decoded(0x7a, 1n, 0xc000009cn, 0x81a3d020n, 0xc001a000n)))[0]!.weight,
    ).toBe(1);
  });

  it.each([
    ['64-bit Windows', decoded(0x7a, 1n, 0xffffffffc000009an, 0xffffa00000001000n, 0xc001a000n)],
    ['an address outside the page tables', decoded(0x7a, 1n, 0xc000009an, 0x81a3d020n, 0xe1a3d020n)],
    ['a status that was written into parameter 4', decoded(0x7a, 1n, 0n, 0x81a3d020n, 0xc0000185n)],
    ['another layout', decoded(0x7a, 0xc0006800n, 0xc000009an, 0x1234n, 0xc001a000n)],
  ])('is silent about %s', (_, decode) => {
    expect(bugcheckPageTablePage.test(factsOf(decode))).toEqual([]);
  });
});
