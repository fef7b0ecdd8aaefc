import { describe, expect, it } from 'vitest';
import { Random } from '../random/random.js';
import { inpageParameters, selfMapOffset, type Page } from './inpage-parameters.js';
import { signExtended, STATUS } from './status.js';

const LOW_39 = (1n << 39n) - 1n;
const many = (page: Page) => {
  const random = Random.of(7, page);
  return Array.from({ length: 500 }, () => inpageParameters(random, page, STATUS.ioDeviceError));
};

describe('inpageParameters', () => {
  it.each(['paging-file', 'section', 'lock-held', 'in-page-support'] as const)(
    'sign-extends the status of %s',
    (page) => {
      for (const [, status] of many(page)) expect(status).toBe(0xffff_ffff_c000_0185n);
    },
  );

  it('points a paging-file page at its own entry in the self-map', () => {
    for (const [p1, , , p4] of many('paging-file')) expect(p1 & LOW_39).toBe(selfMapOffset(p4));
  });

  it('never points a section page into the self-map', () => {
    for (const [p1, , , p4] of many('section')) expect(p1 & LOW_39).not.toBe(selfMapOffset(p4));
  });

  it('gives lock 1 or 2 and no third parameter when a lock is held', () => {
    for (const [p1, , p3] of many('lock-held')) expect([[1n, 2n].includes(p1), p3]).toEqual([true, 0n]);
  });

  it('gives lock 3 or 4 and a structure with in-page support', () => {
    for (const [p1, , p3] of many('in-page-support')) expect([[3n, 4n].includes(p1), p3 !== 0n]).toEqual([true, true]);
  });

  it('writes canonical kernel addresses of 64 bits', () => {
    for (const page of ['paging-file', 'section'] as const)
      for (const [p1, , , p4] of many(page)) expect([p1 >> 47n, p4 >> 47n]).toEqual([0x1ffffn, 0x1ffffn]);
  });

  it('agrees with a real Windows 7 stop about the self-map', () => {
    expect(selfMapOffset(0xfffff8800100e000n)).toBe(0xfffff6fc40008070n & LOW_39);
  });
});

describe('signExtended', () => {
  it('fills the upper half of an error', () => expect(signExtended(0xc000_000e)).toBe(0xffff_ffff_c000_000en));
  it('leaves a success alone', () => expect(signExtended(0x103)).toBe(0x103n));
});
