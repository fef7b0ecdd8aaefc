import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteView } from './byte-view.js';

const view = new ByteView(Uint8Array.of(0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88));

describe('ByteView', () => {
  it('reads little-endian', () => {
    expect(view.u16(1)).toBe(0x3322);
    expect(view.u32(4)).toBe(0x88776655);
    expect(view.u64(0)).toBe(0x8877665544332211n);
  });

  it.each([
    ['u8', 8],
    ['u16', 7],
    ['u32', 5],
    ['u64', 1],
  ] as const)('gives nothing for a %s that crosses the end', (method, at) => {
    expect(view[method](at - 1)).toBeDefined();
    expect(view[method](at)).toBeUndefined();
  });

  it('has no offset that throws', () => {
    const offset = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 2 ** 53));
    fc.assert(
      fc.property(offset, offset, (at, length) => {
        expect(view.sub(at, length).length).toBeLessThanOrEqual(8);
        if (Number.isInteger(at) || Number.isNaN(at)) expect(view.u32(at) === undefined).toBe(!(at >= 0 && at <= 4));
      }),
    );
  });
});
