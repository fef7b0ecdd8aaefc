import { describe, expect, it } from 'vitest';
import type { Observation } from '../timeline/observation.js';
import { Batcher } from './batcher.js';

const beat = (): Observation => ({ form: 'record', record: { kind: 'beat', at: '2026-01-01T00:00:00Z' } });
const xml = (): Observation => ({ form: 'xml', xml: '<Event/>' });

describe('Batcher', () => {
  it('hands out a batch with the hundredth observation of one form', () => {
    const batcher = new Batcher();
    for (let i = 0; i < 99; i++) expect(batcher.add(beat())).toBeUndefined();
    expect(batcher.add(xml())).toBeUndefined();
    expect(batcher.add(beat())).toMatchObject({ form: 'record', observations: { length: 100 } });
  });

  it('drains what is left, one batch a form, and then nothing', () => {
    const batcher = new Batcher();
    for (const observation of [beat(), xml(), beat()]) batcher.add(observation);
    expect([...batcher.drain()].map(({ form, observations }) => [form, observations.length])).toEqual([
      ['record', 2],
      ['xml', 1],
    ]);
    expect([...batcher.drain()]).toEqual([]);
  });
});
