import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { heard, heardTimes } from '../witnesses.fixture.js';
import { leadUpControllerErrors } from './controller-errors.rule.js';

describe('lead-up/controller-errors', () => {
  it('is no verdict alone, however many there were', () => {
    const [claim] = leadUpControllerErrors.test(factsOf(inpageStop(), { leadUp: heardTimes(6, 'controller-error') }));
    expect(claim).toMatchObject({ cause: 'controller', weight: 1.5 });
  });

  it('takes a busy disk for next to nothing', () => {
    const busy = heard('controller-error', { event: { srbStatus: 0x05 } });
    expect(leadUpControllerErrors.test(factsOf(inpageStop(), { leadUp: [busy] }))[0]!.weight).toBeLessThan(0.5);
  });

  it('leaves event 11 to the rule of what it names', () => {
    const named = heard('controller-error', { event: { srbStatus: 0x09 } });
    expect(leadUpControllerErrors.test(factsOf(inpageStop(), { leadUp: [named] }))).toEqual([]);
  });
});
