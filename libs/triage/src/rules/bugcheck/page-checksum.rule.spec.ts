import { describe, expect, it } from 'vitest';
import { factsOf, otherStop, pageChecksumStop } from '../crash-facts.fixture.js';
import { pageChecksum } from './page-checksum.rule.js';

describe('bugcheck/page-checksum', () => {
  it('weighs disk, RAM and storage driver alike, because the stop does not tell them apart', () => {
    const claims = pageChecksum.test(factsOf(pageChecksumStop()));
    expect(claims.map(({ cause, weight }) => [cause, weight])).toEqual([
      ['media', 2],
      ['memory', 2],
      ['controller', 2],
    ]);
  });

  it('has nothing to say about the other subtypes of 0x1A', () => {
    expect(pageChecksum.test(factsOf(otherStop(0x1a)))).toEqual([]);
  });
});
