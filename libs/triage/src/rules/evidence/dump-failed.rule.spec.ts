import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, otherStop, uncleanStop } from '../crash-facts.fixture.js';
import { dumpFailed } from './dump-failed.rule.js';

describe('evidence/dump-failed', () => {
  it.each([
    ['a page that could not be read', inpageStop(0xc000000e)],
    ['a stop without a code', uncleanStop()],
    ['a critical process that died', otherStop(0xef)],
  ])('hints at a lost disk after %s', (_, decode) => {
    const claims = dumpFailed.test(factsOf(decode, { dumpFailed: true }));
    expect(claims.map(({ cause }) => cause)).toEqual(['device-gone', 'link']);
  });

  it('is too light to make a cause', () => {
    expect(dumpFailed.weight).toBeLessThan(2);
  });

  it('is silent about driver bugs, and when the dump was written', () => {
    expect(dumpFailed.test(factsOf(otherStop(0xd1), { dumpFailed: true }))).toEqual([]);
    expect(dumpFailed.test(factsOf(inpageStop(0xc000000e)))).toEqual([]);
  });
});
