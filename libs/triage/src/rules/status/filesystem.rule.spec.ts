import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { statusFilesystem } from './filesystem.rule.js';

describe('status/filesystem', () => {
  it.each([
    ['c0000102', 6],
    ['c000014c', 6],
    ['c0000221', 4],
  ])('reads 0x%s as filesystem', (hex, weight) => {
    const [first] = statusFilesystem.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'filesystem', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c000009c', 'c0000006'])('has nothing to say about 0x%s', (hex) => {
    expect(statusFilesystem.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusFilesystem.test(factsOf(inpageStop()))).toEqual([]);
  });
});
