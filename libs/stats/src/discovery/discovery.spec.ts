import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPoisson, of, random, years } from '../sound.fixture.js';
import { excessChance, standingOut } from './excess.js';
import { adjustForDiscovery } from './false-discovery.js';
import { drawnAtLeast, liftOf, unusualTraits } from './lift.js';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('false-discovery control', () => {
  it('never lowers a p-value, keeps their order, and stays within 1', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const q = adjustForDiscovery(p);
        q.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(p[i]!);
          expect(value).toBeLessThanOrEqual(1);
          p.forEach((other, j) => p[i]! < other && expect(value).toBeLessThanOrEqual(q[j]!));
        });
      }),
    );
  });
  it('leaves a single question as it is, and has no answer to none', () => {
    expect(adjustForDiscovery([0.03])).toEqual([0.03]);
    expect(adjustForDiscovery([])).toEqual([]);
  });
  it('refuses what is no probability', () => {
    expect(() => adjustForDiscovery([0.5, NaN])).toThrow(RangeError);
    expect(() => adjustForDiscovery([1.1])).toThrow(RangeError);
  });
});

describe('standing out in a family', () => {
  const self = <T>(group: T): T => group;

  it('finds the bad one of twenty', () => {
    const family = [years(12, 40), ...Array.from({ length: 19 }, () => years(1, 40))];
    const found = standingOut(family, self).filter(({ q }) => q <= 0.05);
    expect(found.map(({ group }) => group)).toEqual([family[0]]);
  });
  it('a single event in a quiet family is as surprising as its share of the exposure is small, and no more', () => {
    const [first] = standingOut([years(1, 5), years(0, 45), years(0, 50)], self);
    expect(first!.p).toBeCloseTo(0.05, 12);
    expect(first!.q).toBeCloseTo(0.15, 12);
  });
  it('says 1 where there is nobody to compare with, or nothing happened', () => {
    expect(standingOut([years(9, 1)], self)).toMatchObject([{ p: 1, q: 1 }]);
    expect(standingOut([years(0, 1), years(0, 1)], self)).toMatchObject([{ p: 1 }, { p: 1 }]);
  });
  it('of 300 healthy fleets of 60 models at most one in twenty shows a discovery', () => {
    const next = random(2026);
    let fleets = 0;
    for (let i = 0; i < 300; i++) {
      const family = Array.from({ length: 60 }, (_, m) => {
        const diskYears = 1 + m * m * 0.05;
        return years(drawPoisson(next, 0.03 * diskYears), diskYears);
      });
      if (standingOut(family, self).some(({ q }) => q <= 0.05)) fleets++;
    }
    expect(fleets / 300).toBeLessThanOrEqual(0.05);
  });
  it('agrees with the plain Poisson tail when the rest of the fleet is large', () => {
    const [first] = standingOut([years(4, 10), years(100_000, 1e6)], self);
    expect(first!.p).toBeCloseTo(excessChance(4, 1), 4);
  });
});

describe('a draw from the fleet', () => {
  /** The chance by counting combinations, in whole numbers. */
  function counted(hits: number, drawn: number, marked: number, total: number): number {
    const choose = (n: number, k: number): bigint => {
      if (k < 0 || k > n) return 0n;
      let product = 1n;
      for (let i = 1; i <= k; i++) product = (product * BigInt(n - k + i)) / BigInt(i);
      return product;
    };
    let ways = 0n;
    for (let k = hits; k <= drawn; k++) ways += choose(marked, k) * choose(total - marked, drawn - k);
    return Number((ways * 10n ** 18n) / choose(total, drawn)) / 1e18;
  }
  it('has the chance that counting gives', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), (a, b, c, hits) => {
        const total = a + b + c;
        const [drawn, marked] = [a + Math.floor(b / 2), a + Math.ceil(c / 2)];
        fc.pre(drawn <= total && marked <= total && total > 0);
        expect(drawnAtLeast(hits, { drawn, marked, total })).toBeCloseTo(counted(hits, drawn, marked, total), 11);
      }),
    );
  });
  it('is quick and finite for a fleet of a million', () => {
    expect(drawnAtLeast(120, { drawn: 1000, marked: 20_000, total: 1_000_000 })).toBeLessThan(1e-50);
    expect(drawnAtLeast(20, { drawn: 1000, marked: 20_000, total: 1_000_000 })).toBeCloseTo(0.53, 2);
  });
});

describe('lift', () => {
  it('is the share in the group over the share in the fleet', () => {
    const lift = liftOf(of(8, 10), of(20, 100));
    expect(lift).toMatchObject({ kind: 'lift', value: 4 });
    if (lift.kind === 'lift') expect(lift.low).toBeGreaterThan(1);
  });
  it.each([
    ['an empty group', of(0, 0), of(5, 10)],
    ['a trait nobody has', of(0, 5), of(0, 10)],
    ['a trait everybody has', of(5, 5), of(10, 10)],
    ['a group that is no part of the fleet', of(9, 10), of(5, 20)],
  ])('%s cannot be compared', (_, group, fleet) => {
    expect(liftOf(group, fleet)).toEqual({ kind: 'nothing-to-compare' });
  });
  it('puts the most surprising trait first, and adjusts for all that were looked at', () => {
    const traits = [
      { trait: 'site Ulm', group: of(3, 20), fleet: of(100, 1000) },
      { trait: 'firmware 2B6Q', group: of(18, 20), fleet: of(200, 1000) },
      { trait: 'Windows 11', group: of(20, 20), fleet: of(1000, 1000) },
    ];
    const [first, second, ...more] = unusualTraits(traits);
    expect(first).toMatchObject({ trait: 'firmware 2B6Q', value: 4.5 });
    expect(first!.q).toBeCloseTo(2 * first!.p, 15);
    expect(second!.q).toBeGreaterThan(0.05);
    expect(more).toEqual([]);
  });
});
