import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { years } from '../sound.fixture.js';
import { type DiskHistory, diskRisk, DISK_SHAPE } from './disk-risk.js';
import { expectedCost, rankByGain } from './expected-cost.js';
import { SMART_WITH_RATES, smartSignal } from './smart-rates.js';
import { swapTest } from './swap-test.js';

const quiet: DiskHistory = { fleetRate: 0.01, modelRate: 0.02, stops: [], observedDays: 365, signals: [] };

const history = fc.record({
  fleetRate: fc.double({ min: 1e-4, max: 1, noNaN: true }),
  modelRate: fc.double({ min: 1e-4, max: 1, noNaN: true }),
  stops: fc.array(
    fc.record({
      ageDays: fc.double({ min: 0, max: 1000, noNaN: true }),
      weight: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 5 },
  ),
  observedDays: fc.nat(2000),
  signals: fc.array(
    fc.constantFrom(smartSignal(5, 9)!, smartSignal(187, 1)!, smartSignal(197, null)!, smartSignal(199, 4)!),
    { maxLength: 4 },
  ),
});

describe('the risk of a disk', () => {
  it('is the sum of its parts, a probability, and lies in its interval', () => {
    fc.assert(
      fc.property(history, (disk) => {
        const { parts, score, ratePerYear, chance, low, high } = diskRisk(disk);
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 10);
        expect(parts.reduce((product, { times }) => product * times, 1) / ratePerYear).toBeCloseTo(1, 9);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThan(1);
        expect(low).toBeLessThanOrEqual(chance);
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });
  it('rises with a stop, the more the fresher, and falls with quiet days', () => {
    const stopped = (ageDays: number) => diskRisk({ ...quiet, stops: [{ ageDays, weight: 1 }] }).chance;
    expect(stopped(1)).toBeGreaterThan(stopped(90));
    expect(stopped(90)).toBeGreaterThan(diskRisk(quiet).chance);
    expect(diskRisk({ ...quiet, observedDays: 30 }).chance).toBeGreaterThan(diskRisk(quiet).chance);
  });
  it('is that of the model for a disk just met', () => {
    const fresh = diskRisk({ ...quiet, observedDays: 0 });
    expect(fresh.ratePerYear).toBeCloseTo(0.02, 14);
    expect(fresh.chance).toBeCloseTo(1 - (1 + (0.02 * 30) / 365 / DISK_SHAPE) ** -DISK_SHAPE, 14);
  });
  it('is not raised by a stop that does not speak against the disk', () => {
    expect(diskRisk({ ...quiet, stops: [{ ageDays: 1, weight: 0 }] }).chance).toBe(diskRisk(quiet).chance);
  });
  it('a missing counter is missing, not 0: shown, and worth nothing either way', () => {
    const { parts, chance } = diskRisk({ ...quiet, signals: [smartSignal(197, null)!] });
    expect(parts.at(-1)).toEqual({ id: 'smart-197', state: 'missing', times: 1, points: 0 });
    expect(chance).toBeCloseTo(diskRisk(quiet).chance, 15);
  });
  it('of three signs of one cause the strongest counts, the others are shown as covered', () => {
    const signals = [smartSignal(5, 5)!, smartSignal(198, 3)!, smartSignal(187, 2)!, smartSignal(199, 50)!];
    const states = diskRisk({ ...quiet, signals }).parts.slice(4);
    expect(states.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'smart-5 covered',
      'smart-198 counted',
      'smart-187 covered',
      'smart-199 counted',
    ]);
  });
  it.each([
    ['a rate of 0', { ...quiet, modelRate: 0 }],
    ['a stop in the future', { ...quiet, stops: [{ ageDays: -1, weight: 1 }] }],
    ['a weight above 1', { ...quiet, stops: [{ ageDays: 1, weight: 2 }] }],
    ['days that are no number', { ...quiet, observedDays: NaN }],
  ])('%s is refused', (_, disk) => {
    expect(() => diskRisk(disk)).toThrow(RangeError);
  });
});

describe('SMART', () => {
  it('one reported uncorrectable error makes a failure twelve times likelier, one to three moved sectors hardly', () => {
    expect(smartSignal(187, 1)!.times).toBeCloseTo(12.1, 1);
    expect(smartSignal(5, 3)!.times).toBeCloseTo(1.1, 1);
    expect(smartSignal(198, 1)!.times).toBeCloseTo(28.4, 1);
  });
  it('never says less for a higher value, and 1 for 0', () => {
    for (const attribute of SMART_WITH_RATES) {
      const times = [0, 1, 2, 3, 4, 10, 20, 50, 200, 999, 5000].map((raw) => smartSignal(attribute, raw)!.times!);
      expect(times[0]).toBe(1);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });
  it('has no word on attributes without a published rate, and calls what is no count missing', () => {
    expect(smartSignal(188, 4295032833)).toBeUndefined();
    expect(smartSignal(5, NaN)?.times).toBeNull();
    expect(smartSignal(5, -1)?.times).toBeNull();
  });
});

describe('expected cost', () => {
  const costs = { stop: 900, replacement: 150, prevents: 0.9 };

  it('is the chance times what a stop costs; replacing saves its part of that', () => {
    expect(expectedCost(0.5, costs)).toEqual({ ifLeft: 450, gain: 255 });
    expect(expectedCost(0.01, costs).gain).toBeLessThan(0);
  });
  it('ranks by what replacing saves, so a likely stop of a kiosk comes after a less likely one of a surgeon', () => {
    const disks = [
      { pc: 'kiosk', chance: 0.4, stop: 300 },
      { pc: 'surgeon', chance: 0.2, stop: 5000 },
    ];
    const ranked = rankByGain(disks, ({ chance, stop }) => expectedCost(chance, { ...costs, stop }));
    expect(ranked.map(({ disk }) => disk.pc)).toEqual(['surgeon', 'kiosk']);
  });
  it('refuses a chance above 1 and a negative cost', () => {
    expect(() => expectedCost(1.1, costs)).toThrow(RangeError);
    expect(() => expectedCost(0.1, { ...costs, stop: -1 })).toThrow(RangeError);
  });
});

describe('the swap test', () => {
  const before = years(4, 0.25);

  it('the stops went with the disk', () => {
    const verdict = swapTest({ before, diskAfter: years(3, 0.1), pcAfter: years(0, 0.1), ordinaryRate: 0.02 });
    expect(verdict.kind).toBe('follows-the-disk');
  });
  it('the stops stayed with the PC, and the mirrored case has the inverse ratio', () => {
    const [loud, calm] = [years(3, 0.1), years(0, 0.1)];
    const stayed = swapTest({ before, diskAfter: calm, pcAfter: loud, ordinaryRate: 0.02 });
    const followed = swapTest({ before, diskAfter: loud, pcAfter: calm, ordinaryRate: 0.02 });
    expect(stayed.kind).toBe('stays-with-the-pc');
    expect(stayed.likelihoodRatio * followed.likelihoodRatio).toBeCloseTo(1, 10);
  });
  it.each([
    ['two quiet days on both sides', years(0, 0.005), years(0, 0.005)],
    ['stops on both sides', years(2, 0.1), years(2, 0.1)],
  ])('%s are not enough yet', (_, diskAfter, pcAfter) => {
    expect(swapTest({ before, diskAfter, pcAfter, ordinaryRate: 0.02 }).kind).toBe('not-enough-yet');
  });
  it('silence alone decides nothing while it is the same on both sides', () => {
    const silent = years(0, 3);
    const { likelihoodRatio } = swapTest({ before, diskAfter: silent, pcAfter: silent, ordinaryRate: 0.02 });
    expect(likelihoodRatio).toBeCloseTo(1, 12);
  });
});
