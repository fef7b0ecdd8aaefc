import { describe, expect, it } from 'vitest';
import { dateOfFiletime } from './filetime.js';

describe('dateOfFiletime', () => {
  it('is the date of the clock', () => {
    expect(dateOfFiletime(116_444_736_000_000_000n + 1_700_000_000_000n * 10_000n)?.toISOString()).toBe(
      '2023-11-14T22:13:20.000Z',
    );
  });

  it.each([0n, 1n, 0x4547_4150_4547_4150n, (1n << 64n) - 1n])('%i is no date of a crash', (ticks) => {
    expect(dateOfFiletime(ticks)).toBeUndefined();
  });
});
