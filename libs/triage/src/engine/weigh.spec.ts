import type { CauseClass } from '@inpage/codes';
import { describe, expect, it } from 'vitest';
import { PRIOR_DOUBT, weigh } from './weigh.js';

const reasons = (...weights: [CauseClass, number][]) =>
  weights.map(([cause, weight]) => ({ rule: 'status/test', cause, weight, because: 'Because.' }));

describe('weigh', () => {
  it('adds the weights per cause and divides by all weight plus the prior doubt', () => {
    expect(weigh(reasons(['link', 3], ['media', 2], ['link', 1]))).toEqual({
      cause: 'link',
      confidence: 4 / (6 + PRIOR_DOUBT),
    });
  });

  it('takes doubt into the sum without letting it win', () => {
    expect(weigh(reasons(['link', 4], ['unknown', 5])).cause).toBe('link');
    expect(weigh(reasons(['link', 4], ['unknown', 2])).confidence).toBe(0.5);
  });

  it.each([
    ['nothing fired', reasons()],
    ['only hints fired', reasons(['device-gone', 1.9])],
    ['two causes are tied', reasons(['media', 4], ['memory', 4])],
    ['the lead is too small', reasons(['media', 4.3], ['memory', 4])],
    ['doubt outweighs the evidence', reasons(['media', 2], ['unknown', 5])],
    ['there is nothing but doubt', reasons(['unknown', 6])],
  ])('stays open when %s', (_, given) => {
    expect(weigh(given)).toEqual({ cause: 'unknown', confidence: 0 });
  });

  it('grows with the evidence and never reaches certainty', () => {
    const of = (weight: number): number => weigh(reasons(['media', weight])).confidence;
    expect(of(6)).toBeGreaterThan(of(3));
    expect(of(1000)).toBeLessThan(1);
  });
});
