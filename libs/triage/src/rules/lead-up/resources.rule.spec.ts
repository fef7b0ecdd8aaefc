import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { heard } from '../witnesses.fixture.js';
import { leadUpResources } from './resources.rule.js';

describe('lead-up/resources', () => {
  const leadUp = [heard('paging-error', { event: { status: 0xc000009a, srbStatus: 0x30 } })];

  it('strengthens a status that says the same, and speaks where none was recorded', () => {
    expect(leadUpResources.test(factsOf(inpageStop(0xc000009a), { leadUp }))[0]).toMatchObject({
      cause: 'resources',
      weight: 2,
    });
    expect(leadUpResources.test(factsOf(inpageStop(), { leadUp }))).toHaveLength(1);
  });

  it('is silent beside a status of the disk', () => {
    expect(leadUpResources.test(factsOf(inpageStop(0xc000009c), { leadUp }))).toEqual([]);
  });
});
