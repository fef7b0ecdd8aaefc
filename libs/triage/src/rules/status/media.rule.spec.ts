import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, VIRTUAL_DISK } from '../crash-facts.fixture.js';
import { statusMedia } from './media.rule.js';

describe('status/media', () => {
  it.each([
    ['c000009c', 6],
    ['c000016a', 6],
    ['c0000483', 6],
    ['c000003f', 4],
  ])('reads 0x%s as media', (hex, weight) => {
    const [first] = statusMedia.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'media', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c000009a', 'c000009d', 'c0000185'])('has nothing to say about 0x%s', (hex) => {
    expect(statusMedia.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusMedia.test(factsOf(inpageStop()))).toEqual([]);
  });

  it('weighs half behind a virtual disk, where a host made the status up', () => {
    expect(statusMedia.test(factsOf(inpageStop(0xc000009c), { disk: VIRTUAL_DISK }))[0]?.weight).toBe(3);
  });
});
