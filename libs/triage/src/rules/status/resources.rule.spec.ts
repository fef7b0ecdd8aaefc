import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { statusResources } from './resources.rule.js';

describe('status/resources', () => {
  it.each([
    ['c000009a', 6],
    ['c000012d', 6],
    ['c0000017', 4],
  ])('reads 0x%s as resources', (hex, weight) => {
    const [first] = statusResources.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'resources', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c000009c', 'c000009d'])('has nothing to say about 0x%s', (hex) => {
    expect(statusResources.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusResources.test(factsOf(inpageStop()))).toEqual([]);
  });
});
