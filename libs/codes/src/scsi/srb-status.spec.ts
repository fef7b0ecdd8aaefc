import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ntStatus } from '../ntstatus/ntstatus.js';
import { SRB_STATUS_VALUES, srbStatus } from './srb-status.js';

describe('srbStatus', () => {
  it.each([
    [0x0a, 'SELECTION_TIMEOUT', 0xc000009d],
    [0x08, 'NO_DEVICE', 0xc000000e],
    [0x0e, 'BUS_RESET', 0xc0000185],
    [0x05, 'BUSY', 0xc00000a3],
    [0x09, 'TIMEOUT', 0xc00000b5],
    [0x25, 'LINK_DOWN', 0xc0000185],
    [0x01, 'SUCCESS', undefined],
    [0x30, 'INTERNAL_ERROR', undefined],
  ])('0x%x is %s', (byte, name, status) => {
    expect(srbStatus(byte)).toMatchObject({ value: byte, name });
    expect(srbStatus(byte).ntstatus).toBe(status);
  });

  it('takes the two flags off', () => {
    expect(srbStatus(0xc4)).toMatchObject({ value: 0x04, name: 'ERROR', hasSenseData: true, queueFrozen: true });
    expect(srbStatus(0x84)).toMatchObject({ value: 0x04, hasSenseData: true, queueFrozen: false });
    expect(srbStatus(0x44)).toMatchObject({ value: 0x04, hasSenseData: false, queueFrozen: true });
  });

  it('makes a general I/O error of a value without a name', () => {
    expect(srbStatus(0x3f).name).toBeUndefined();
    expect(srbStatus(0x3f).ntstatus).toBe(0xc0000185);
  });

  it('names each value once and maps to statuses that we know', () => {
    expect(new Set(SRB_STATUS_VALUES).size).toBe(SRB_STATUS_VALUES.length);
    expect(new Set(SRB_STATUS_VALUES.map((value) => srbStatus(value).name)).size).toBe(SRB_STATUS_VALUES.length);
    for (const { ntstatus } of SRB_STATUS_VALUES.map(srbStatus))
      if (ntstatus !== undefined) expect(ntStatus(ntstatus).known).toBe(true);
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.integer(), (byte) => {
        expect(srbStatus(byte).value).toBe(byte & 0x3f);
      }),
    );
  });
});
