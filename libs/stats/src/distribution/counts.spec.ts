import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomial, countQuantile, negativeBinomial, poisson } from './counts.js';

describe('counts', () => {
  it('a Poisson count of 0 where 2 are expected has chance e^−2', () => {
    expect(poisson(0, 2).atMost).toBeCloseTo(Math.exp(-2), 15);
    expect(poisson(0, 2).atLeast).toBe(1);
  });
  it('nothing happens where nothing is expected', () => {
    expect(poisson(0, 0).atMost).toBe(1);
    expect(poisson(1, 0).atLeast).toBe(0);
    expect(binomial(0, 0, 0.3)).toEqual({ atMost: 1, atLeast: 1 });
    expect(negativeBinomial(0, 2, 1)).toEqual({ atMost: 1, atLeast: 1 });
  });
  it('four heads of five: six chances in 32', () => {
    expect(binomial(4, 5, 0.5).atLeast).toBeCloseTo(6 / 32, 15);
  });
  it('a negative binomial of shape 1 is geometric', () => {
    expect(negativeBinomial(3, 1, 0.25).atMost).toBeCloseTo(1 - 0.75 ** 4, 14);
  });
  it('at most k and at least k + 1 are everything', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.double({ min: 0.001, max: 2000, noNaN: true }), (k, mean) => {
        expect(poisson(k, mean).atMost + poisson(k + 1, mean).atLeast).toBeCloseTo(1, 12);
        const p = mean / 2001;
        expect(binomial(k, 2001, p).atMost + binomial(k + 1, 2001, p).atLeast).toBeCloseTo(1, 12);
        expect(negativeBinomial(k, mean, p).atMost + negativeBinomial(k + 1, mean, p).atLeast).toBeCloseTo(1, 12);
      }),
    );
  });
  it('a quantile is the first count that reaches its chance, wherever the search starts', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.nat(1000),
        (mean, p, near) => {
          const atMost = (k: number): number => poisson(k, mean).atMost;
          const k = countQuantile(atMost, p, near);
          expect(atMost(k)).toBeGreaterThanOrEqual(p);
          if (k > 0) expect(atMost(k - 1)).toBeLessThan(p);
        },
      ),
    );
  });
  it.each([
    ['half an event', () => poisson(0.5, 1)],
    ['a negative mean', () => poisson(1, -1)],
    ['more hits than cases', () => binomial(3, 2, 0.5)],
    ['no chance at all', () => negativeBinomial(1, 1, 0)],
  ])('%s is refused', (_, ask) => expect(ask).toThrow(RangeError));
});
