import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeStatus, isSurelyStatus, looksLikeStatus, recordedStatus, statusOf } from './status-parameter.js';

describe('statusOf', () => {
  it('masks a sign-extended status', () => {
    expect(statusOf(0xffff_ffff_c000_000en)).toBe(0xc000000e);
    expect(statusOf(0xc000_0185n)).toBe(0xc0000185);
    expect(statusOf(0n)).toBe(0);
  });

  it('refuses a pointer with a status glued to it', () => {
    expect(statusOf(0xffff_f800_c000_0005n)).toBeUndefined();
    expect(statusOf(0x1_c000_0005n)).toBeUndefined();
  });

  it('masks every status, extended or not', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 0xffff_ffffn), (low) => {
        expect(statusOf(low)).toBe(Number(low));
        expect(statusOf((0xffff_ffffn << 32n) | low)).toBe(Number(low));
      }),
    );
  });
});

describe('looksLikeStatus', () => {
  it.each([0xc0000185n, 0xffffffffc000000en, 0x80000016n, 0x103n, 0xc0dec0den])('believes %s', (parameter) => {
    expect(looksLikeStatus(parameter)).toBe(true);
  });

  it.each([0n, 1n, 0x20n, 0x805d5b25_00000000n, 0xfffff800c0000005n])('does not believe %s', (parameter) => {
    expect(looksLikeStatus(parameter)).toBe(false);
  });
});

describe('isSurelyStatus', () => {
  it('tells a status from a page table entry of 32-bit Windows', () => {
    expect(isSurelyStatus(0xc000_0185n)).toBe(true);
    expect(isSurelyStatus(0xc020_1754n)).toBe(false);
    expect(isSurelyStatus(0xc021_0000n)).toBe(false);
  });
});

describe('recordedStatus', () => {
  it('takes zeros in parameters 2 to 4 for a status that was not recorded', () => {
    expect(recordedStatus([0xfffff1d8c0683248n, 0n, 0n, 0n])).toEqual({ statusNotRecorded: true, warnings: [] });
    expect(recordedStatus([0xfffff1d8c0683248n])).toEqual({ statusNotRecorded: true, warnings: [] });
  });

  it('takes a zero beside other values for reported success', () => {
    const recorded = recordedStatus([0xfffff1d8c0683248n, 0n, 0n, 1n]);
    expect(recorded).toMatchObject({ status: 0, statusNotRecorded: false });
    expect(recorded.warnings[0]).toContain('reported success');
  });

  it('says when parameter 2 alone is missing', () => {
    const recorded = recordedStatus([1n, undefined, 0n, 0xfffff8053c2b0000n]);
    expect(recorded.status).toBeUndefined();
    expect(recorded.statusNotRecorded).toBe(true);
    expect(recorded.warnings[0]).toContain('missing');
  });

  it('says when parameter 2 is no status of a failure', () => {
    expect(recordedStatus([1n, 5n, 0n, 0n])).toMatchObject({
      status: 5,
      warnings: ['Parameter 2 does not look like the status of a failure.'],
    });
  });
});

describe('describeStatus', () => {
  it('names a status, also one that the table does not have', () => {
    expect(describeStatus(0xffffffffc0000185n)).toMatch(/^STATUS_IO_DEVICE_ERROR: The device/);
    expect(describeStatus(0xc0dec0den)).toMatch(/^NTSTATUS_0xC0DEC0DE: /);
    expect(describeStatus(0xfffff800c0000005n)).toBe('Not an NTSTATUS.');
  });
});
