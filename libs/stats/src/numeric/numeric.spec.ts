import { describe, expect, it } from 'vitest';
import { betaQuantile } from '../distribution/beta.js';
import { gammaQuantile, gammaUpperQuantile } from '../distribution/gamma.js';
import { digamma } from './digamma.js';
import { incompleteBeta } from './incomplete-beta.js';
import { incompleteGamma } from './incomplete-gamma.js';
import { logGamma, logRising } from './log-gamma.js';
import { DIGAMMA, GAMMA_QUANTILE, INCOMPLETE_BETA, INCOMPLETE_GAMMA, LOG_GAMMA } from './reference-values.fixture.js';

const off = (got: number, want: number): number => (want === 0 ? Math.abs(got) : Math.abs(got - want) / Math.abs(want));

describe('against reference values of 60 digits', () => {
  it.each(LOG_GAMMA)('ln Γ(%d) to 1e-14', (x, want) => {
    expect(off(logGamma(x), want)).toBeLessThan(1e-14);
  });
  it.each(DIGAMMA)('ψ(%d) to 1e-14', (x, want) => {
    expect(off(digamma(x), want)).toBeLessThan(1e-14);
  });
  it.each(INCOMPLETE_GAMMA)('P and Q(%d, %d) to 1e-12', (a, x, lower, upper) => {
    const got = incompleteGamma(a, x);
    expect(Math.max(off(got.lower, lower), off(got.upper, upper))).toBeLessThan(1e-12);
  });
  it.each(INCOMPLETE_BETA)('both tails of I(%d, %d) at %d to 1e-12', (a, b, x, lower, upper) => {
    const got = incompleteBeta(a, b, x);
    expect(Math.max(off(got.lower, lower), off(got.upper, upper))).toBeLessThan(1e-12);
  });
  it.each(GAMMA_QUANTILE)('the quantile of Gamma(%d) at %d to 1e-12', (shape, p, q, want) => {
    const got = p <= q ? gammaQuantile({ shape, rate: 1 }, p) : gammaUpperQuantile({ shape, rate: 1 }, q);
    expect(off(got, want)).toBeLessThan(1e-12);
  });
});

describe('a rising product', () => {
  it.each([
    [0.3, 0],
    [0.3, 1],
    [2.5, 12],
    [2.5, 13],
    [1e-3, 400],
  ])('from %d with %i factors is the difference of two ln Γ', (x, n) => {
    expect(logRising(x, n)).toBeCloseTo(logGamma(x + n) - logGamma(x), 11);
  });
});

describe('the beta quantile', () => {
  it.each([
    [1e-12, 3, 5],
    [0.025, 27, 59],
    [0.975, 1, 10_000],
    [0.5, 0.2, 0.3],
    [0.999, 250_000, 3],
    [0.05, 1e6, 1e6],
    [0.93, 0.8, 750_000],
    [0.05, 790_000, 0.45],
  ])('at %d of Beta(%d, %d) is where the distribution has that value', (p, a, b) => {
    const { share, rest } = betaQuantile(a, b, p);
    expect(off(incompleteBeta(a, b, share, rest).lower, p)).toBeLessThan(1e-12);
    expect(share + rest).toBeCloseTo(1, 15);
  });
});

describe('a question that has no answer', () => {
  it.each([
    ['ln Γ(0)', () => logGamma(0)],
    ['ψ of not a number', () => digamma(NaN)],
    ['P(0, 1)', () => incompleteGamma(0, 1)],
    ['P(1, −1)', () => incompleteGamma(1, -1)],
    ['I at 1.2', () => incompleteBeta(1, 1, 1.2)],
    ['a quantile at 0', () => gammaQuantile({ shape: 1, rate: 1 }, 0)],
    ['a quantile of no shape', () => gammaUpperQuantile({ shape: 0, rate: 1 }, 0.5)],
    ['a beta quantile at 1', () => betaQuantile(1, 1, 1)],
  ])('%s is refused', (_, ask) => {
    expect(ask).toThrow(RangeError);
  });
});
