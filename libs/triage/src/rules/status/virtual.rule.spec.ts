import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { statusVirtual } from './virtual.rule.js';

describe('status/virtual', () => {
  it.each([
    ['c03a0010', 6],
    ['c00000c4', 6],
  ])('reads 0x%s as virtual', (hex, weight) => {
    const [first] = statusVirtual.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'virtual', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c0000185', 'c000009a'])('has nothing to say about 0x%s', (hex) => {
    expect(statusVirtual.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusVirtual.test(factsOf(inpageStop()))).toEqual([]);
  });
});
