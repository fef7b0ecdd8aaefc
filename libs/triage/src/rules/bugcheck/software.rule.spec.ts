import { describe, expect, it } from 'vitest';
import { factsOf, otherStop } from '../crash-facts.fixture.js';
import { bugcheckSoftware } from './software.rule.js';

describe('bugcheck/software', () => {
  it.each([
    ['d1', 'software', 5],
    ['139', 'software', 4],
    ['9f', 'software', 3],
    ['133', 'software', 2],
  ] as const)('leans 0x%s to %s', (hex, cause, weight) => {
    const [first] = bugcheckSoftware.test(factsOf(otherStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause, weight });
  });

  it.each(['7a', '1a', 'ef'])('has nothing to say about 0x%s', (hex) => {
    expect(bugcheckSoftware.test(factsOf(otherStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('knows the spelling with the minidump flag', () => {
    expect(bugcheckSoftware.test(factsOf(otherStop(0x1000007e)))[0]).toMatchObject({ cause: 'software' });
  });
});
