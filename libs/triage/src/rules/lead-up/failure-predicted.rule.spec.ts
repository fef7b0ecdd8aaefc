import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { DAY, MINUTE, heard } from '../witnesses.fixture.js';
import { leadUpFailurePredicted } from './failure-predicted.rule.js';

describe('lead-up/failure-predicted', () => {
  it('believes a disk that says that it will fail, also days before', () => {
    const weight = (secondsBefore: number) =>
      leadUpFailurePredicted.test(
        factsOf(inpageStop(), { leadUp: [heard('failure-predicted', { secondsBefore })] }),
      )[0]!.weight;
    expect(weight(MINUTE)).toBe(3.1);
    expect(weight(5 * DAY)).toBe(2);
  });

  it('reads an impending failure in the summary of StorPort', () => {
    const summary = (impendingFailure: number) => heard('error-summary', { event: { counts: { impendingFailure } } });
    expect(leadUpFailurePredicted.test(factsOf(inpageStop(), { leadUp: [summary(1)] }))[0]).toMatchObject({
      cause: 'media',
    });
    expect(leadUpFailurePredicted.test(factsOf(inpageStop(), { leadUp: [summary(0)] }))).toEqual([]);
  });
});
