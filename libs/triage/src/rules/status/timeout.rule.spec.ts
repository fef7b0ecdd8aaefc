import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { statusTimeout } from './timeout.rule.js';

describe('status/timeout', () => {
  it.each([['c00000b5', 3]])('reads 0x%s as link', (hex, weight) => {
    const [first] = statusTimeout.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'link', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c000009d', 'c0000185'])('has nothing to say about 0x%s', (hex) => {
    expect(statusTimeout.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusTimeout.test(factsOf(inpageStop()))).toEqual([]);
  });

  it('keeps the firmware of the controller or drive in the race', () => {
    expect(statusTimeout.test(factsOf(inpageStop(0xc00000b5)))[1]).toMatchObject({ cause: 'controller', weight: 2 });
  });
});
