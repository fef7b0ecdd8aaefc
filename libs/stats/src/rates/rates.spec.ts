import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomial, poisson } from '../distribution/counts.js';
import { of, years } from '../sound.fixture.js';
import { compareRates, type RateRatio } from './compare-rates.js';
import { exposed, pooled } from './exposure.js';
import { rateOf, rateOrNot } from './rate.js';
import { shareOf, tally } from './share-of.js';

const events = fc.nat(5000);
const exposure = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const confidence = fc.constantFrom(0.8 as const, 0.9 as const, 0.95 as const, 0.99 as const);

function ratio(...pair: Parameters<typeof compareRates>): RateRatio {
  const comparison = compareRates(...pair);
  if (comparison.kind !== 'ratio') throw new Error('no events');
  return comparison;
}

describe('what was observed', () => {
  it.each([
    [-1, 10, 'events-are-not-a-count'],
    [1.5, 10, 'events-are-not-a-count'],
    [NaN, 10, 'events-are-not-a-count'],
    [1, -1, 'exposure-is-not-positive'],
    [0, NaN, 'exposure-is-not-positive'],
    [0, Infinity, 'exposure-is-not-positive'],
    [0, 0, 'exposure-is-not-positive'],
    [1, 0, 'events-without-exposure'],
  ])('%d events in %d days is refused: %s', (x, days, error) => {
    expect(exposed(x, days)).toEqual({ ok: false, error });
  });
  it('of several groups is their sum, of none nothing', () => {
    expect(pooled([years(1, 2), years(3, 4)])).toEqual({ events: 4, diskYears: 6 });
    expect(pooled([])).toBeUndefined();
  });
});

describe('a rate', () => {
  it('of 0 events has the closed form −ln(0.025) / t', () => {
    expect(rateOf(years(0, 2))).toEqual({ value: 0, low: 0, high: expect.closeTo(-Math.log(0.025) / 2, 13) });
  });
  it('lies in its interval, which widens with confidence', () => {
    fc.assert(
      fc.property(events, exposure, (x, t) => {
        const [narrow, wide] = [rateOf(years(x, t), 0.8), rateOf(years(x, t), 0.99)];
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(narrow.low).toBeLessThanOrEqual(narrow.value);
        expect(narrow.value).toBeLessThan(narrow.high);
        expect(narrow.high).toBeLessThan(wide.high);
      }),
    );
  });
  it('rises at both ends with one more event, and falls with more exposure', () => {
    fc.assert(
      fc.property(events, exposure, confidence, (x, t, c) => {
        const [rate, more, longer] = [rateOf(years(x, t), c), rateOf(years(x + 1, t), c), rateOf(years(x, t * 2), c)];
        expect(more.low).toBeGreaterThan(rate.low);
        expect(more.high).toBeGreaterThan(rate.high);
        expect(longer.high).toBeLessThan(rate.high);
      }),
    );
  });
  it('knows no units: twice the exposure is half the rate', () => {
    fc.assert(
      fc.property(events, exposure, (x, t) => {
        const [one, two] = [rateOf(years(x, t)), rateOf(years(x, 2 * t))];
        expect(two.high * 2).toBeCloseTo(one.high, 10 - Math.ceil(Math.log10(one.high + 1)));
      }),
    );
  });
  it.each([0.05, 0.5, 1, 2, 3.7, 10, 42])('of %d true events is enclosed in at least 95 % of all samples', (mean) => {
    let covered = 0;
    for (let x = 0; x < 150; x++) {
      const { low, high } = rateOf(years(x, 1));
      const chance = poisson(x, mean).atMost - (x === 0 ? 0 : poisson(x - 1, mean).atMost);
      if (low <= mean && mean <= high) covered += chance;
    }
    expect(covered).toBeGreaterThanOrEqual(0.95);
  });
});

describe('the floor', () => {
  it('says how many disks and days are missing', () => {
    expect(rateOrNot(years(1, 10), 7)).toEqual({ kind: 'not-enough', missingDisks: 3, missingDiskDays: 6350 });
  });
  it('refuses disks that are no number', () => {
    expect(() => rateOrNot(years(1, 10), NaN)).toThrow(RangeError);
  });
  it('is reached at 10,000 disk-days of ten disks, not before', () => {
    expect(rateOrNot(years(0, 10_000 / 365), 10).kind).toBe('rate');
    expect(rateOrNot(years(0, 9_999 / 365), 10)).toMatchObject({ kind: 'not-enough', missingDiskDays: 1 });
    expect(rateOrNot(years(0, 10_000 / 365), 9)).toMatchObject({ kind: 'not-enough', missingDisks: 1 });
  });
});

describe('two rates', () => {
  it('without an event have no ratio', () => {
    expect(compareRates(years(0, 5), years(0, 7))).toEqual({ kind: 'no-events' });
  });
  it('one event against none: no upper end, and a p that is the share of exposure', () => {
    const { ratio: interval, pHigher, pLower } = ratio(years(1, 1), years(0, 9));
    expect(pHigher).toBeCloseTo(0.1, 14);
    expect(pLower).toBe(1);
    expect(interval).toEqual({ value: null, low: expect.closeTo((0.025 / 0.975) * 9, 12), high: null });
  });
  it('changing sides turns the ratio over', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        exposure,
        exposure,
        (a, b, t, u) => {
          const one = ratio(years(a, t), years(b, u));
          const other = ratio(years(b, u), years(a, t));
          expect(one.ratio.low * other.ratio.high!).toBeCloseTo(1, 9);
          expect(one.pHigher).toBeCloseTo(other.pLower, 12);
        },
      ),
    );
  });
  it('differ at 5 % exactly when the interval leaves 1 out', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.double({ min: 0.1, max: 10, noNaN: true }), (a, b, t) => {
        fc.pre(a + b > 0);
        const { ratio: interval, pDifferent } = ratio(years(a, t), years(b, 1));
        const leavesOut = interval.low > 1 || (interval.high ?? Infinity) < 1;
        if (Math.abs(pDifferent - 0.05) > 1e-9) expect(leavesOut).toBe(pDifferent < 0.05);
      }),
    );
  });
  it.each([
    [1, 0.3],
    [2, 0.5],
    [8, 0.1],
    [30, 0.8],
  ])('the ratio of %d events in all is covered in at least 95 % of all divisions', (n, p) => {
    const truth = p / (1 - p);
    let covered = 0;
    for (let x = 0; x <= n; x++) {
      const { ratio: interval } = ratio(years(x, 1), years(n - x, 1));
      const chance = binomial(x, n, p).atMost - (x === 0 ? 0 : binomial(x - 1, n, p).atMost);
      if (interval.low <= truth && truth <= (interval.high ?? Infinity)) covered += chance;
    }
    expect(covered).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a share', () => {
  it('of nothing is no share', () => {
    expect(shareOf(of(0, 0))).toEqual({ kind: 'no-cases' });
  });
  it('of 0 of 10 has the closed form 1 − 0.025^(1/10)', () => {
    expect(shareOf(of(0, 10))).toEqual({ kind: 'share', value: 0, low: 0, high: expect.closeTo(1 - 0.025 ** 0.1, 14) });
  });
  it('of all is the mirror of none', () => {
    expect(shareOf(of(10, 10))).toEqual({ kind: 'share', value: 1, low: expect.closeTo(0.025 ** 0.1, 14), high: 1 });
  });
  it('lies in its interval, within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), confidence, (hits, others, c) => {
        fc.pre(hits + others > 0);
        const share = shareOf(of(hits, hits + others), c);
        if (share.kind !== 'share') throw new Error('no cases');
        expect(share.low).toBeGreaterThanOrEqual(0);
        expect(share.low).toBeLessThanOrEqual(share.value);
        expect(share.value).toBeLessThanOrEqual(share.high);
        expect(share.high).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('refuses more hits than cases, and what is no count', () => {
    expect(tally(3, 2)).toEqual({ ok: false, error: 'more-hits-than-cases' });
    expect(tally(-1, 2)).toEqual({ ok: false, error: 'not-a-count' });
    expect(tally(1, NaN)).toEqual({ ok: false, error: 'not-a-count' });
  });
});
