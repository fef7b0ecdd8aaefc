import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, otherStop } from '../crash-facts.fixture.js';
import { statusNotRecorded } from './status-not-recorded.rule.js';

describe('evidence/status-not-recorded', () => {
  it('doubts every cause when the source left the status out', () => {
    expect(statusNotRecorded.test(factsOf(inpageStop()))[0]).toMatchObject({ cause: 'unknown', weight: 2 });
  });

  it('has no doubt when there is a status, or no place for one', () => {
    expect(statusNotRecorded.test(factsOf(inpageStop(0xc000000e)))).toEqual([]);
    expect(statusNotRecorded.test(factsOf(otherStop(0xd1)))).toEqual([]);
  });
});
