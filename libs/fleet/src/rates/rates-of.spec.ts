import { describe, expect, it } from 'vitest';
import { ratesOf, type CountedGroup, type RatesBy } from './rates-of.js';

const group = (modelId: number | null, value: string | null, events: number, diskYears: number, disks = 100) =>
  ({ modelId, value, events, diskDays: diskYears * 365, disks }) satisfies CountedGroup;
const model = (id: number, events: number, diskYears: number, disks?: number) =>
  group(id, null, events, diskYears, disks);
/** 25 models that stop as they should: one disk in fifty years. */
const HEALTHY = Array.from({ length: 25 }, (_, i) => model(i + 1, 2, 100));

const outcomeOf = (rows: readonly CountedGroup[], by: RatesBy, which: (group: CountedGroup) => boolean) =>
  ratesOf(rows, by).groups.find(({ group }) => which(group))!.outcome;

describe('rates', () => {
  it('rank a bad model first, with its interval, and say that it stands out', () => {
    const [first, ...others] = ratesOf([...HEALTHY, model(99, 30, 100)], 'model').groups;
    expect(first!.group.modelId).toBe(99);
    expect(first!.outcome).toMatchObject({
      kind: 'rate',
      rate: { value: 0.3, low: expect.closeTo(0.2024, 3), high: expect.closeTo(0.4283, 3) },
      standing: 'stands-out',
      ratio: { value: 15 },
    });
    expect(others.map(({ outcome }) => outcome.kind === 'rate' && outcome.standing)).toEqual(
      others.map(() => 'not-distinguishable'),
    );
  });

  it('say of a small group how much is missing, and put it last however high its raw rate is', () => {
    const { groups } = ratesOf([...HEALTHY, model(99, 2, 1, 3)], 'model');
    expect(groups.at(-1)!.group.modelId).toBe(99);
    expect(groups.at(-1)!.outcome).toEqual({ kind: 'not-enough', missingDisks: 7, missingDiskDays: 9635 });
  });

  it('compare a firmware with the other firmware of its model, not with the fleet', () => {
    const badModel = [group(1, 'A', 30, 100), group(1, 'B', 30, 100)];
    const badFirmware = [group(2, 'C', 30, 100), group(2, 'D', 2, 100)];
    const rows = [...badModel, ...badFirmware];
    const standing = (value: string) => outcomeOf(rows, 'firmware', (one) => one.value === value);
    expect(standing('A')).toMatchObject({ standing: 'not-distinguishable', ratio: { value: 1 } });
    expect(standing('C')).toMatchObject({ standing: 'stands-out', ratio: { value: 15 } });
    expect(standing('D')).toMatchObject({ standing: 'not-distinguishable' });
  });

  it('show no group for a firmware that is not known, but count its disks with the rest of the model', () => {
    const rows = [group(1, 'A', 30, 100), group(1, null, 2, 100)];
    expect(ratesOf(rows, 'firmware').groups).toHaveLength(1);
    expect(outcomeOf(rows, 'firmware', () => true)).toMatchObject({ standing: 'stands-out', ratio: { value: 15 } });
  });

  it('do not let a crowd of small groups hide a large one: they are tried as one', () => {
    const crowd = Array.from({ length: 2000 }, (_, i) => group(null, `small ${i}`, 0, 0.1, 2));
    const bad = group(null, 'bad', 9, 100);
    const fine = group(null, 'fine', 20, 600);
    const one = outcomeOf([bad, fine, ...crowd], 'driver', ({ value }) => value === 'bad');
    expect(one).toMatchObject({ standing: 'stands-out' });
  });

  it('have nothing to compare a single group with', () => {
    expect(outcomeOf([model(1, 3, 100)], 'model', () => true)).toMatchObject({ standing: 'alone', ratio: null });
  });

  it('count the stops of disks that no inventory told of', () => {
    expect(ratesOf([model(1, 1, 100), model(2, 3, 0, 0)], 'model').eventsWithoutExposure).toBe(3);
  });

  it('of an empty fleet are none', () => {
    expect(ratesOf([], 'model')).toMatchObject({ groups: [], fleet: { events: 0, diskYears: 0, rate: null } });
  });
});
