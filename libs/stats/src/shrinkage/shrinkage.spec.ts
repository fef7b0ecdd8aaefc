import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPoisson, random, years } from '../sound.fixture.js';
import { gammaQuantile } from '../distribution/gamma.js';
import { fitPrior, MAX_SHAPE } from './fit-prior.js';
import { chanceAbove, priorMean, rankByLowerBound, shrunkenRate } from './gamma-prior.js';
import { type Cell, logMixtureChance, type Mixture } from './mixture.js';
import { expectedCounts, fitMixture, reportingRatio, signalOf } from './unusual-cells.js';

const prior = { shape: 0.6, diskYears: 12 };

/** Groups whose rates come from the prior: what the fit has to find again. */
function simulate(seed: number, groups: number, diskYears: number) {
  const next = random(seed);
  return Array.from({ length: groups }, () => {
    const rate = gammaQuantile({ shape: prior.shape, rate: prior.diskYears }, next());
    return years(drawPoisson(next, rate * diskYears), diskYears);
  });
}

describe('a shrunken rate', () => {
  it('lies between the raw rate and the fleet, and nearer to its own the more it has seen', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.double({ min: 0.01, max: 1e4, noNaN: true }), (x, t) => {
        const { value, ownWeight, low, high, q05 } = shrunkenRate(prior, years(x, t));
        const [a, b] = [x / t, priorMean(prior)].sort((u, v) => u - v) as [number, number];
        expect(value).toBeGreaterThanOrEqual(a * (1 - 1e-12));
        expect(value).toBeLessThanOrEqual(b * (1 + 1e-12));
        expect(ownWeight).toBeCloseTo(t / (t + 12), 12);
        expect(low).toBe(q05);
        expect(low).toBeLessThan(high);
      }),
    );
  });
  it('ranks two disks with one stop below a thousand with a clear excess', () => {
    const lucky = years(1, 0.2);
    const bad = years(60, 400);
    const ranked = rankByLowerBound([lucky, bad], (group) => group, prior);
    expect(ranked.map(({ group }) => group)).toEqual([bad, lucky]);
  });
  it('is surer of an excess the more events support it', () => {
    const chances = [1, 2, 5, 20].map((x) => chanceAbove(prior, years(x, x / 0.2), 2));
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(chanceAbove(prior, years(0, 5), 0)).toBe(1);
  });
});

describe('fitting the prior', () => {
  it('finds again what 2,000 groups were drawn from', () => {
    const fitted = fitPrior(simulate(4, 2000, 30), { expectedRate: 0.01 });
    expect(fitted.basis).toBe('fitted');
    expect(fitted.prior.shape).toBeCloseTo(0.6, 1);
    expect(priorMean(fitted.prior)).toBeCloseTo(0.05, 2);
  });
  it('knows no units', () => {
    const groups = simulate(8, 60, 20);
    const { prior: inYears } = fitPrior(groups, { expectedRate: 0.01 });
    const { prior: inDays } = fitPrior(
      groups.map((g) => years(g.events, g.diskYears * 365)),
      { expectedRate: 0.01 },
    );
    expect(inDays.shape).toBeCloseTo(inYears.shape, 8);
    expect(inDays.diskYears / inYears.diskYears).toBeCloseTo(365, 5);
  });
  it('keeps a spread when all groups look alike, so that a new bad batch can still be seen', () => {
    const { prior: kept, basis } = fitPrior(
      Array.from({ length: 50 }, () => years(10, 1000)),
      { expectedRate: 0.01 },
    );
    expect(basis).toBe('capped');
    expect(kept.shape).toBe(MAX_SHAPE);
    expect(priorMean(kept)).toBeCloseTo(0.01, 4);
  });
  it('takes the expected rate for ten disk-years when there are few groups', () => {
    expect(fitPrior([], { expectedRate: 0.02 })).toEqual({ basis: 'weak', prior: { shape: 0.2, diskYears: 10 } });
    const { prior: weak, basis } = fitPrior([years(5, 90)], { expectedRate: 0.02 });
    expect(basis).toBe('weak');
    expect(priorMean(weak)).toBeCloseTo(5.2 / 100, 12);
  });
  it('and when no disk has stopped', () => {
    const quiet = fitPrior(
      Array.from({ length: 40 }, () => years(0, 100)),
      { expectedRate: 0.02 },
    );
    expect(quiet.basis).toBe('weak');
    expect(priorMean(quiet.prior)).toBeCloseTo(0.2 / 4010, 12);
  });
  it.each([1, 2, 3])('has an answer for %i events in a whole fleet', (events) => {
    const groups = Array.from({ length: 30 }, (_, i) => years(i < events ? 1 : 0, 5 + i));
    const { prior: fitted } = fitPrior(groups, { expectedRate: 0.02 });
    expect(fitted.shape).toBeGreaterThan(0);
    expect(Number.isFinite(fitted.diskYears)).toBe(true);
    expect(shrunkenRate(fitted, groups[0]!).q05).toBeLessThan(shrunkenRate(fitted, groups[0]!).value);
  });
  it('refuses an expected rate of 0', () => {
    expect(() => fitPrior([], { expectedRate: 0 })).toThrow(RangeError);
  });
});

describe('unusual cells', () => {
  const truth: Mixture = { share: 0.08, unusual: { shape: 3, rate: 0.5 }, ordinary: { shape: 4, rate: 4 } };
  function cells(seed: number, count: number): Cell[] {
    const next = random(seed);
    return Array.from({ length: count }, () => {
      const expected = 0.2 + 5 * next();
      const ratio = gammaQuantile(next() < truth.share ? truth.unusual : truth.ordinary, next());
      return { count: drawPoisson(next, ratio * expected), expected };
    });
  }
  const height = (prior: Mixture, table: readonly Cell[]): number =>
    -table.reduce((sum, cell) => sum + logMixtureChance(prior, cell), 0);

  it('a fitted mixture explains its table at least as well as the one it was drawn from', () => {
    const table = cells(11, 1200);
    const { prior: fitted, basis } = fitMixture(table);
    expect(basis).toBe('mixture');
    expect(height(fitted, table)).toBeLessThanOrEqual(height(truth, table));
  });
  it('one gamma serves a small table, and a single crash is no signal', () => {
    const { prior: fitted, basis } = fitMixture(cells(12, 60));
    expect(basis).toBe('single');
    expect(signalOf(fitted, { count: 1, expected: 0.1 }).eb05).toBeLessThan(2);
    expect(signalOf(fitted, { count: 40, expected: 4 }).eb05).toBeGreaterThan(2);
  });
  it('a count of 0 is drawn below 1 and never to 0', () => {
    const { ebgm, eb05 } = signalOf(truth, { count: 0, expected: 3 });
    expect(ebgm).toBeGreaterThan(0);
    expect(ebgm).toBeLessThan(1);
    expect(eb05).toBeGreaterThan(0);
  });
  it('grow with the count and stay in their interval', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.double({ min: 0.001, max: 100, noNaN: true }), (count, expected) => {
        const [signal, more] = [signalOf(truth, { count, expected }), signalOf(truth, { count: count + 1, expected })];
        expect(signal.eb05).toBeLessThan(signal.eb95);
        expect(more.ebgm).toBeGreaterThan(signal.ebgm);
        expect(signal.unusual).toBeGreaterThanOrEqual(0);
        expect(signal.unusual).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('expect row times column over all, and nothing where a row is empty', () => {
    expect(
      expectedCounts([
        [6, 4],
        [0, 0],
        [4, 6],
      ]),
    ).toEqual([
      [
        { count: 6, expected: 5 },
        { count: 4, expected: 5 },
      ],
      [undefined, undefined],
      [
        { count: 4, expected: 5 },
        { count: 6, expected: 5 },
      ],
    ]);
    expect(expectedCounts([])).toEqual([]);
  });
  it('the first screen asks for three', () => {
    expect(reportingRatio(3, 7, 10, 90)).toBeCloseTo(3, 12);
    expect(reportingRatio(2, 0, 10, 90)).toBeNull();
    expect(reportingRatio(5, 5, 0, 90)).toBeNull();
  });
});
