import { describe, expect, it } from 'vitest';
import type { RateGroup } from '../api/types.js';
import { placeOn, scaleOf } from './forest-scale.js';
import { nameOf, standingOf, yearly } from './rate-words.js';

const rated = (value: number, high: number): RateGroup => ({
  model: 'Contoso NV-1000',
  vendor: null,
  value: null,
  disks: 100,
  diskYears: 100,
  events: 1,
  outcome: {
    kind: 'rate',
    rate: { value, low: 0, high },
    shrunken: { value, low: 0, high, q05: 0, ownWeight: 1 },
    q: 1,
    standing: 'not-distinguishable',
    ratio: null,
  },
});

describe('a rate in words', () => {
  it('is a percentage with as many digits as it can bear', () => {
    expect([0, 0.0098, 0.1245, 2.285].map(yearly)).toEqual(['0.00%', '0.98%', '12.5%', '228.5%']);
  });

  it('names what is missing where there are not enough disks, and only that', () => {
    const notEnough = (missingDisks: number, missingDiskDays: number) =>
      standingOf({ kind: 'not-enough', missingDisks, missingDiskDays });
    expect(notEnough(3, 6350)).toBe('Not enough disks to say: 3 disks and 6,350 disk-days missing');
    expect(notEnough(0, 6350)).toBe('Not enough disks to say: 6,350 disk-days missing');
    expect(notEnough(3, 0)).toBe('Not enough disks to say: 3 disks missing');
  });

  it('names a firmware with its model, and a driver alone', () => {
    expect(nameOf({ model: 'NV-1000', value: '1B2Q' })).toBe('NV-1000, 1B2Q');
    expect(nameOf({ model: null, value: 'stornvme 10.0.1' })).toBe('stornvme 10.0.1');
  });
});

describe('the scale', () => {
  it('reaches to the furthest interval', () => {
    expect(scaleOf([rated(0.1, 0.2), rated(0.05, 0.1)], 0.02)).toBe(0.2);
  });
  it('is not stretched by one wide interval, whose end then lies at its end', () => {
    const scale = scaleOf([rated(0.02, 0.03), rated(0, 5)], 0.01);
    expect(scale).toBeCloseTo(0.06, 12);
    expect(placeOn(scale, 5)).toBe(1);
    expect(placeOn(scale, 0.03)).toBeCloseTo(0.5, 12);
  });
  it('exists without any rate', () => {
    expect(scaleOf([], 0)).toBe(0.05);
    expect(scaleOf([rated(0, 0.13)], 0)).toBe(0.13);
  });
});
