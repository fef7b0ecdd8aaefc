import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPoisson, random, years } from '../sound.fixture.js';
import { cusum, referenceValue } from './cusum.js';
import { type Arrival, delayCurve } from './delay.js';
import { ewma } from './ewma.js';
import { averageRunLength, designCusum } from './run-length.js';
import { arrivedAt, stillArriving } from './still-arriving.js';
import { weeklyTests } from './weekly-test.js';

describe('CUSUM', () => {
  it('adds what is above the reference, never sinks below 0, rings at h and starts again', () => {
    const weeks = [0, 2, 1, 3, 0].map((events) => ({ events, weight: 1 }));
    expect(cusum(weeks, { k: 1, h: 3 })).toEqual([
      { sum: 0, alarm: false },
      { sum: 1, alarm: false },
      { sum: 1, alarm: false },
      { sum: 3, alarm: true },
      { sum: 0, alarm: false },
    ]);
  });
  it('asks less of a week of which half has arrived, so the newest week is neither a dip nor a spike', () => {
    const [full] = cusum([{ events: 10, weight: 1 }], { k: 8, h: 9 });
    const [half] = cusum([{ events: 5, weight: 0.5 }], { k: 8, h: 9 });
    expect(half!.sum).toBe(full!.sum / 2);
  });
  it('needs something to fear', () => {
    expect(() => referenceValue(1, 1)).toThrow(RangeError);
    expect(() => referenceValue(0, 1)).toThrow(RangeError);
  });
});

describe('the run length', () => {
  it('with h of 1 and no carry is the waiting time for a week above k', () => {
    const quiet = Math.exp(-0.3);
    expect(averageRunLength(0.3, { k: 1, h: 1, perUnit: 1 })).toBeCloseTo(1 / (1 - quiet * (1 + 0.3)), 10);
  });
  it('refuses a setting between the lattice points', () => {
    expect(() => averageRunLength(1, { k: 1.45, h: 3, perUnit: 10 })).toThrow(RangeError);
  });
  it.each([
    [0.05, 2, 500],
    [0.25, 2, 260],
    [1, 1.5, 520],
    [7, 2, 260],
    [300, 1.2, 520],
  ])('%d a week, rise %d: the lowest level with a false alarm in %d weeks', (ordinary, rise, quietWeeks) => {
    const design = designCusum(ordinary, rise, quietWeeks);
    if (design.kind !== 'design') throw new Error(design.kind);
    const { k, h, perUnit, weeksToFalseAlarm, weeksToDetection } = design;
    expect(weeksToFalseAlarm).toBeGreaterThanOrEqual(quietWeeks);
    expect(weeksToDetection).toBeLessThan(weeksToFalseAlarm);
    expect(Math.abs(k / referenceValue(ordinary, ordinary * rise) - 1)).toBeLessThanOrEqual(0.01);
    if (h * perUnit > 1.5) {
      expect(averageRunLength(ordinary, { k, h: h - 1 / perUnit, perUnit })).toBeLessThan(quietWeeks);
    }
  });
  it('is what a simulated fleet shows', () => {
    const design = designCusum(0.5, 2, 100);
    if (design.kind !== 'design') throw new Error(design.kind);
    const next = random(7);
    let weeks = 0;
    for (let run = 0; run < 1500; run++) {
      let sum = 0;
      do {
        weeks++;
        sum = Math.max(0, sum + drawPoisson(next, 1) - design.k);
      } while (sum < design.h - 1e-9);
    }
    expect(Math.abs(weeks / 1500 / design.weeksToDetection - 1)).toBeLessThan(0.06);
  });
  it('says when there is too little to watch', () => {
    expect(designCusum(0.0001, 2, 500)).toEqual({ kind: 'too-few-to-watch' });
  });
});

describe('the alarm', () => {
  it('rings in the very week that the design counts', () => {
    const { k, h } = { k: 10 / 7, h: 3 };
    const weeks = [2, 2, 2, 2, 2, 2, 2].map((events) => ({ events, weight: 1 }));
    expect(cusum(weeks, { k, h }).findIndex(({ alarm }) => alarm)).toBe(5);
    expect(
      cusum(
        [
          { events: 4, weight: 1 },
          { events: 1, weight: 1 },
          { events: 2, weight: 1 },
        ],
        { k: 10 / 7, h: 19 / 7 },
      ).at(-1)!.alarm,
    ).toBe(true);
  });
});

describe('EWMA', () => {
  it('with a weight of 1 is the values themselves', () => {
    expect(ewma([3, 1, 4], 1, 9)).toEqual([3, 1, 4]);
  });
  it('refuses a weight of 0', () => {
    expect(() => ewma([1], 0, 0)).toThrow(RangeError);
  });
});

describe('a week against those before', () => {
  const quiet = Array.from({ length: 13 }, () => years(1, 10));

  it('is not judged before there are weeks to judge it by', () => {
    expect(weeklyTests(quiet).map(({ kind }) => kind)).toEqual(Array.from({ length: 13 }, () => 'too-early'));
  });
  it('shows a jump, and leaves an ordinary week alone', () => {
    const [calm, jump] = weeklyTests([...quiet, years(1, 10), years(9, 10)]).slice(-2);
    expect(calm).toMatchObject({ kind: 'ratio' });
    if (calm?.kind !== 'ratio' || jump?.kind !== 'ratio') throw new Error('no ratio');
    expect(calm.pHigher).toBeGreaterThan(0.5);
    expect(jump.pHigher).toBeLessThan(0.001);
  });
  it('leaves the week in between out, so that a slow rise is not its own yardstick', () => {
    const last = weeklyTests([...quiet, years(50, 10), years(3, 10)]).at(-1)!;
    if (last.kind !== 'ratio') throw new Error(last.kind);
    expect(last.ratio.value).toBeCloseTo(3, 12);
  });
  it('has no answer for a week in which nobody was heard from', () => {
    expect(weeklyTests([...quiet, undefined]).at(-1)).toEqual({ kind: 'no-exposure' });
  });
});

/** Records of the last 60 days with geometric delays; only those that are here by now. */
function arrivals(seed: number, perDay: number, perDayChance: number): { seen: Arrival[]; missing: number[] } {
  const next = random(seed);
  const seen: Arrival[] = [];
  const missing = Array.from({ length: 60 }, () => 0);
  for (let ageDays = 0; ageDays < 60; ageDays++) {
    for (let i = drawPoisson(next, perDay); i > 0; i--) {
      const delayDays = Math.floor(Math.log(1 - next()) / Math.log(1 - perDayChance));
      if (delayDays <= ageDays) seen.push({ ageDays, delayDays });
      else if (delayDays <= 30) missing[ageDays]!++;
    }
  }
  return { seen, missing };
}

describe('late arrivals', () => {
  it('the curve finds again how quickly records come, though the slow ones are not here yet', () => {
    const curve = delayCurve(arrivals(3, 200, 0.2).seen, 30);
    if (curve.kind !== 'delays') throw new Error(curve.kind);
    [0, 1, 3, 7, 14].forEach((day) => {
      const truth = (1 - 0.8 ** (day + 1)) / (1 - 0.8 ** 31);
      const { share, low, high } = arrivedAt(curve, day);
      expect(Math.abs(share - truth)).toBeLessThan(0.03);
      expect(low).toBeLessThanOrEqual(share);
      expect(share).toBeLessThanOrEqual(high);
    });
  });
  it('agrees with the example by hand', () => {
    const oldOnes = Array.from({ length: 30 }, (_, i) => ({ ageDays: 20, delayDays: i < 15 ? 0 : i < 27 ? 1 : 2 }));
    const curve = delayCurve([...oldOnes, ...Array.from({ length: 10 }, () => ({ ageDays: 1, delayDays: 0 }))], 5);
    if (curve.kind !== 'delays') throw new Error(curve.kind);
    expect(curve.byDay[1]!.share).toBeCloseTo(27 / 30, 14);
    expect(curve.byDay[0]!.share).toBeCloseTo((27 / 30) * (1 - 12 / 37), 14);
    expect(curve.byDay[5]).toEqual({ share: 1, low: 1, high: 1 });
  });
  it('never falls with age', () => {
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const curve = delayCurve(arrivals(seed, 3, 0.3).seen, 21);
        if (curve.kind !== 'delays') throw new Error(curve.kind);
        const shares = curve.byDay.map(({ share }) => share);
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        curve.byDay.forEach(({ share, low, high }) => expect(low <= share && share <= high).toBe(true));
      }),
      { numRuns: 30 },
    );
  });
  it('says so when there are too few', () => {
    expect(delayCurve([{ ageDays: 9, delayDays: 1 }], 7)).toEqual({ kind: 'not-enough' });
  });
  it('the interval of the missing ones holds what came later in at least 93 % of days', () => {
    let held = 0;
    let days = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { seen, missing } = arrivals(seed, 5, 0.35);
      const curve = delayCurve(seen, 30);
      if (curve.kind !== 'delays') throw new Error(curve.kind);
      for (let age = 0; age < 12; age++) {
        const counted = seen.filter(({ ageDays }) => ageDays === age).length;
        const answer = stillArriving(counted, arrivedAt(curve, age));
        if (answer.kind !== 'estimate') continue;
        days++;
        if (answer.low <= missing[age]! && missing[age]! <= answer.high) held++;
      }
    }
    expect(days).toBeGreaterThan(400);
    expect(held / days).toBeGreaterThan(0.93);
  });
  it('nothing counted on a day of which half has arrived does not mean that nothing happened', () => {
    const answer = stillArriving(0, { share: 0.5, low: 0.4, high: 0.6 });
    expect(answer).toMatchObject({ kind: 'estimate', expected: 0.5, low: 0 });
    if (answer.kind === 'estimate') expect(answer.high).toBeGreaterThanOrEqual(2);
  });
  it('a day that has hardly begun to arrive is not completed', () => {
    expect(stillArriving(1, { share: 0.2, low: 0.1, high: 0.3 })).toEqual({ kind: 'too-early' });
  });
  it('nothing more is waited for beyond the horizon', () => {
    const curve = delayCurve(arrivals(5, 20, 0.5).seen, 14);
    if (curve.kind !== 'delays') throw new Error(curve.kind);
    expect(stillArriving(7, arrivedAt(curve, 99))).toEqual({ kind: 'estimate', expected: 0, low: 0, high: 0 });
  });
});

describe('a question that has no answer', () => {
  it.each([
    ['a week of no number', () => cusum([{ events: NaN, weight: 1 }], { k: 1, h: 2 })],
    ['an average of no number', () => ewma([NaN], 0.5, 0)],
    ['half a record', () => stillArriving(0.5, { share: 1, low: 1, high: 1 })],
    ['alarms no weeks apart', () => designCusum(1, 2, NaN)],
    ['a fall instead of a rise', () => designCusum(1, 0.5, 100)],
    ['no horizon', () => delayCurve([], 0)],
  ])('%s is refused', (_, ask) => expect(ask).toThrow(RangeError));
});
