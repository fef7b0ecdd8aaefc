import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { statusController } from './controller.rule.js';

describe('status/controller', () => {
  it.each([['c00000c2', 4]])('reads 0x%s as controller', (hex, weight) => {
    const [first] = statusController.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'controller', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c0000185', 'c000009c'])('has nothing to say about 0x%s', (hex) => {
    expect(statusController.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusController.test(factsOf(inpageStop()))).toEqual([]);
  });
});
