import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { heard } from '../witnesses.fixture.js';
import { leadUpGivenUp } from './given-up.rule.js';

describe('lead-up/given-up', () => {
  it('leaves it open whether the medium or the firmware no longer answered', () => {
    const claims = leadUpGivenUp.test(factsOf(inpageStop(), { leadUp: [heard('marked-failed')] }));
    expect(claims.map(({ cause, weight }) => [cause, weight])).toEqual([
      ['media', 2],
      ['controller', 1],
    ]);
  });

  it('weighs less when the disk is only failing, and nothing when it recovered', () => {
    expect(leadUpGivenUp.test(factsOf(inpageStop(), { leadUp: [heard('marked-failing')] }))[0]!.weight).toBeLessThan(2);
    expect(leadUpGivenUp.test(factsOf(inpageStop(), { leadUp: [heard('recovered')] }))).toEqual([]);
  });
});
