import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { statusEncryption } from './encryption.rule.js';

describe('status/encryption', () => {
  it.each([
    ['c0210000', 6],
    ['c021000a', 6],
    ['c000028b', 4],
  ])('reads 0x%s as encryption', (hex, weight) => {
    const [first] = statusEncryption.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'encryption', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c000009c', 'c0380011'])('has nothing to say about 0x%s', (hex) => {
    expect(statusEncryption.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusEncryption.test(factsOf(inpageStop()))).toEqual([]);
  });
});
