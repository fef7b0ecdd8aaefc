import { describe, expect, it } from 'vitest';
import { factsOf, otherStop, pageChecksumStop } from '../crash-facts.fixture.js';
import { bugcheckMemory } from './memory.rule.js';

describe('bugcheck/memory', () => {
  it.each([
    ['1a', 'memory', 3],
    ['4e', 'memory', 3],
    ['12b', 'memory', 5],
    ['1c7', 'memory', 4],
  ] as const)('leans 0x%s to %s', (hex, cause, weight) => {
    const [first] = bugcheckMemory.test(factsOf(otherStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause, weight });
  });

  it.each(['7a', 'd1', 'f0'])('has nothing to say about 0x%s', (hex) => {
    expect(bugcheckMemory.test(factsOf(otherStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('leaves the subtypes of 0x1A that speak of storage to others', () => {
    expect(bugcheckMemory.test(factsOf(pageChecksumStop()))).toEqual([]);
    expect(bugcheckMemory.test(factsOf(otherStop(0x1a, { layout: '1A-store', statusNotRecorded: true })))).toEqual([]);
  });

  it('names the bugcheck', () => {
    expect(bugcheckMemory.test(factsOf(otherStop(0x4e)))[0]!.because).toMatch(
      /^PFN_LIST_CORRUPT \(0x0000004E\) means that /,
    );
  });
});
