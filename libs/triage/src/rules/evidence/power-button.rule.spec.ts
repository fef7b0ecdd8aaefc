import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, uncleanStop } from '../crash-facts.fixture.js';
import { powerButton } from './power-button.rule.js';

describe('evidence/power-button', () => {
  it('doubts every cause when a hand ended it', () => {
    expect(powerButton.test(factsOf(uncleanStop(), { powerButton: true }))[0]).toMatchObject({
      cause: 'unknown',
      weight: 3,
    });
  });

  it('does not matter when there is a bugcheck code: the button came after it', () => {
    expect(powerButton.test(factsOf(inpageStop(0xc000000e), { powerButton: true }))).toEqual([]);
    expect(powerButton.test(factsOf(uncleanStop()))).toEqual([]);
  });
});
