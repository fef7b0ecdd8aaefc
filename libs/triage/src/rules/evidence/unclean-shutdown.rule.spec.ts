import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, uncleanStop } from '../crash-facts.fixture.js';
import { uncleanShutdown } from './unclean-shutdown.rule.js';

describe('evidence/unclean-shutdown', () => {
  it('doubts every cause of a stop without a code', () => {
    expect(uncleanShutdown.test(factsOf(uncleanStop()))[0]).toMatchObject({ cause: 'unknown', weight: 2 });
  });

  it('is silent when there is a code', () => {
    expect(uncleanShutdown.test(factsOf(inpageStop()))).toEqual([]);
  });
});
