import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { statusSilentCorruption } from './silent-corruption.rule.js';

describe('status/silent-corruption', () => {
  it.each([
    ['c0000221', 2],
    ['c0000428', 2],
  ])('reads 0x%s as memory', (hex, weight) => {
    const [first] = statusSilentCorruption.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'memory', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c000009c', 'c0000709'])('has nothing to say about 0x%s', (hex) => {
    expect(statusSilentCorruption.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusSilentCorruption.test(factsOf(inpageStop()))).toEqual([]);
  });

  it('leaves the disk and the storage driver in the race', () => {
    const causes = statusSilentCorruption.test(factsOf(inpageStop(0xc0000221))).map(({ cause }) => cause);
    expect(causes).toEqual(['memory', 'media', 'controller']);
  });
});
