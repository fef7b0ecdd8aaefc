import { BugcheckCode } from '@inpage/codes';
import { describe, expect, it } from 'vitest';
import type { Decode, Stop } from '../stop.js';
import { decodeStop } from './decode-stop.js';

const decode = (...parameters: Stop['parameters']): Decode => decodeStop({ code: BugcheckCode(0x77), parameters });

describe('the status form of 0x77', () => {
  it('names status, paging file and offset (Windows NT 3.5x, KB Q137967)', () => {
    const read = decode(0x103n, 0xc0000185n, 1n, 0x5000n);
    expect(read).toMatchObject({
      family: 'inpage',
      layout: '77-status',
      status: 0xc0000185,
      backing: 'paging-file',
      pageFileNumber: 1,
      warnings: [],
    });
    expect(read.parameters[3]?.value).toBe('0x0000000000005000');
  });

  it('reads a blue screen that was typed in', () => {
    expect(decode(0xc000000en, 0xc000000en, 0n, 0x0be7e000n)).toMatchObject({ status: 0xc000000e, pageFileNumber: 0 });
  });

  it('has no status when the source kept the first parameter only', () => {
    const read = decode(0xffffffffc000000en, 0n, 0n, 0n);
    expect(read).toMatchObject({ layout: '77-status', statusNotRecorded: true });
    expect(read.status).toBeUndefined();
    expect(read.pageFileNumber).toBeUndefined();
  });

  it('says when parameter 1 is no status', () => {
    expect(decode(0xfffff8053c2b0000n, 0xc000009cn, 0n, 0x5000n)).toMatchObject({
      status: 0xc000009c,
      warnings: ['Parameter 1 does not look like an NTSTATUS.'],
    });
  });
});

describe('the signature form of 0x77', () => {
  const FOUND = 0xdeadbeefn;
  const STACK = 0xfffff88004c9dfd0n;

  it.each([
    [0n, 'bugcheck-0x77', /page cache/],
    [1n, 'bugcheck-0x77', /RAM/],
    [2n, 'inpage-crc', /did not transfer a whole page/],
  ] as const)('with parameter 1 of %s is of family %s', (p1, family, meaning) => {
    const read = decode(p1, FOUND, 0n, STACK);
    expect(read).toMatchObject({ family, layout: '77-signature', statusNotRecorded: false });
    expect(read.status).toBeUndefined();
    expect(read.parameters[0]?.meaning).toMatch(meaning);
  });

  it('is not what four zeros say', () => {
    expect(decode(0n, 0n, 0n, 0n)).toMatchObject({ layout: 'none', family: 'bugcheck-0x77', statusNotRecorded: true });
    expect(decode()).toMatchObject({ layout: 'none', statusNotRecorded: true });
  });
});
