import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianOf } from './median.js';
import { scoreCard } from './score-card.js';

describe('the score card', () => {
  it('counts precision over what was decided and recall over what became certain', () => {
    const card = scoreCard({ confirmed: 9, refuted: 1, missed: 3, leadDays: [3, 14, 5] });
    expect(card.precision).toMatchObject({ kind: 'share', value: 0.9 });
    expect(card.recall).toMatchObject({ kind: 'share', value: 0.75 });
    expect(card.lead).toEqual({ kind: 'median', value: 5, low: null, high: null });
  });
  it('says "no cases" before anything was decided', () => {
    const card = scoreCard({ confirmed: 0, refuted: 0, missed: 0, leadDays: [] });
    expect(card).toEqual({
      precision: { kind: 'no-cases' },
      recall: { kind: 'no-cases' },
      lead: { kind: 'no-values' },
    });
  });
  it('refuses a negative count and a lead time that is none', () => {
    expect(() => scoreCard({ confirmed: -1, refuted: 2, missed: 0, leadDays: [] })).toThrow(RangeError);
    expect(() => scoreCard({ confirmed: 1, refuted: -1, missed: 0, leadDays: [] })).toThrow(RangeError);
    expect(() => scoreCard({ confirmed: 0, refuted: 0, missed: 0, leadDays: [NaN] })).toThrow(RangeError);
  });
});

describe('a median', () => {
  it('of six values is bounded by the first and the last', () => {
    expect(medianOf([6, 1, 5, 2, 4, 3])).toEqual({ kind: 'median', value: 3.5, low: 1, high: 6 });
  });
  it('of twenty by the sixth and the fifteenth', () => {
    const values = Array.from({ length: 20 }, (_, i) => i + 1);
    expect(medianOf(values)).toEqual({ kind: 'median', value: 10.5, low: 6, high: 15 });
  });
  it('lies within its interval', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 80 }), (values) => {
        const median = medianOf(values);
        if (median.kind !== 'median') throw new Error(median.kind);
        expect(median.low ?? -1).toBeLessThanOrEqual(median.value);
        expect(median.high ?? 1001).toBeGreaterThanOrEqual(median.value);
      }),
    );
  });
});
