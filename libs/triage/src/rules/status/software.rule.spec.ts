import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { statusSoftware } from './software.rule.js';

describe('status/software', () => {
  it.each([
    ['c0000010', 4],
    ['c0000008', 2],
    ['c000cf01', 6],
  ])('reads 0x%s as software', (hex, weight) => {
    const [first] = statusSoftware.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'software', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c0000005', 'c000009a'])('has nothing to say about 0x%s', (hex) => {
    expect(statusSoftware.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusSoftware.test(factsOf(inpageStop()))).toEqual([]);
  });
});
