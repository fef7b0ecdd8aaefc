import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { heard } from '../witnesses.fixture.js';
import { leadUpFileSystem } from './file-system.rule.js';

describe('lead-up/file-system', () => {
  it('hears damage that was found before the stop', () => {
    expect(leadUpFileSystem.test(factsOf(inpageStop(), { leadUp: [heard('file-system-corrupt')] }))[0]).toMatchObject({
      cause: 'filesystem',
      weight: 1.5,
    });
  });

  it('takes what the next start finds for a consequence of the stop', () => {
    const leadUp = [heard('file-system-corrupt', { secondsBefore: -60 })];
    expect(leadUpFileSystem.test(factsOf(inpageStop(), { leadUp }))).toEqual([]);
  });

  it.each([
    [0, 0],
    [1, 0.7],
    [3, 1.5],
  ])('weighs the volume state %i with %d', (volumeState, weight) => {
    const leadUp = [heard('volume-health', { event: { volumeState } })];
    expect(leadUpFileSystem.test(factsOf(inpageStop(), { leadUp }))[0]?.weight ?? 0).toBe(weight);
  });

  it('leaves a flush that failed with the status of a disk to the disk', () => {
    const leadUp = [heard('log-flush-failed', { event: { status: 0xc000009c } })];
    expect(leadUpFileSystem.test(factsOf(inpageStop(), { leadUp }))).toEqual([]);
  });
});
