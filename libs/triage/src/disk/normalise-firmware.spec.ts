import { describe, expect, it } from 'vitest';
import { normaliseFirmware } from './normalise-firmware.js';

describe('normaliseFirmware', () => {
  it.each([
    ['SVT01B6Q', 'SVT01B6Q'],
    ['HPD7    ', 'HPD7'],
    ['  2b2qexm7', '2b2qexm7'],
    ['XCV10100\0\u0001', 'XCV10100'],
  ])('trims %j to %j and keeps the case', (raw, firmware) => {
    expect(normaliseFirmware(raw)).toBe(firmware);
  });

  it('finds none in padding', () => {
    expect(normaliseFirmware('        ')).toBeUndefined();
  });
});
