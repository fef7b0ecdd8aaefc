import { describe, expect, it } from 'vitest';
import { factsOf, otherStop } from '../crash-facts.fixture.js';
import { corroboratesOnly } from './corroborates-only.rule.js';

describe('bugcheck/corroborates-only', () => {
  it.each([
    ['ef', 'unknown', 2],
    ['f4', 'unknown', 2],
    ['154', 'unknown', 2],
  ] as const)('leans 0x%s to %s', (hex, cause, weight) => {
    const [first] = corroboratesOnly.test(factsOf(otherStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause, weight });
  });

  it.each(['7a', 'd1', '24', '9f', '12b'])('has nothing to say about 0x%s', (hex) => {
    expect(corroboratesOnly.test(factsOf(otherStop(parseInt(hex, 16))))).toEqual([]);
  });
});
