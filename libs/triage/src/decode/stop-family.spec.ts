import { BugcheckCode } from '@inpage/codes';
import { describe, expect, it } from 'vitest';
import type { Layout } from '../stop.js';
import { stopFamily } from './stop-family.js';

describe('stopFamily', () => {
  it.each<[number, Layout | undefined, bigint | undefined, string]>([
    [0x7a, 'A', 1n, 'inpage'],
    [0x7a, 'C', undefined, 'inpage'],
    [0x7a, 'none', undefined, 'inpage'],
    [0x1000007a, undefined, undefined, 'inpage'],
    [0x77, '77-status', 0xc000000en, 'inpage'],
    [0x77, '77-signature', 2n, 'inpage-crc'],
    [0x77, '77-signature', 1n, 'bugcheck-0x77'],
    [0x77, '77-signature', 0n, 'bugcheck-0x77'],
    [0x77, 'none', undefined, 'bugcheck-0x77'],
    [0x1a, '1A-store', 0x6001n, 'inpage'],
    [0x1a, '1A-crc', 0x3fn, 'inpage-crc'],
    [0x1a, 'none', 0x403n, 'bugcheck-0x1a'],
    [0xed, 'ED', undefined, 'bugcheck-0xed'],
    [0x1000007e, undefined, undefined, 'bugcheck-0x7e'],
    [0xc0000221, undefined, undefined, 'bugcheck-0xc0000221'],
    [0, undefined, undefined, 'unclean-shutdown'],
  ])('of 0x%x in layout %s with parameter 1 of %s is %s', (code, layout, parameter1, family) => {
    expect(stopFamily(BugcheckCode(code), layout, parameter1)).toBe(family);
  });
});
