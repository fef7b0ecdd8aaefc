import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { statusLink } from './link.rule.js';

describe('status/link', () => {
  it.each([
    ['c000009d', 6],
    ['c0000464', 6],
    ['c0000186', 4],
  ])('reads 0x%s as link', (hex, weight) => {
    const [first] = statusLink.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'link', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c0000185', 'c00000b5', 'c000009c'])('has nothing to say about 0x%s', (hex) => {
    expect(statusLink.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusLink.test(factsOf(inpageStop()))).toEqual([]);
  });
});
