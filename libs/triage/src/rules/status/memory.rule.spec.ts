import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { statusMemory } from './memory.rule.js';

describe('status/memory', () => {
  it.each([
    ['c0000005', 3],
    ['c0000709', 5],
    ['c00004e0', 5],
    ['c00004e2', 5],
  ])('reads 0x%s as memory', (hex, weight) => {
    const [first] = statusMemory.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'memory', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c000009c', 'c0000010'])('has nothing to say about 0x%s', (hex) => {
    expect(statusMemory.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusMemory.test(factsOf(inpageStop()))).toEqual([]);
  });

  it('shares an access violation with drivers', () => {
    expect(statusMemory.test(factsOf(inpageStop(0xc0000005)))[1]).toMatchObject({ cause: 'software', weight: 2 });
  });
});
