import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, SATA_DISK } from '../crash-facts.fixture.js';
import { kinStop } from '../witnesses.fixture.js';
import { diskDriverUpdate } from './driver-update.rule.js';

describe('disk/driver-update', () => {
  const change = { driver: 'iaStorAC', from: '17.9.1', to: '18.6.1', daysBefore: 0.5 };
  const test = (status: number | undefined, over: object = {}) =>
    diskDriverUpdate.test(factsOf(inpageStop(status), { disk: SATA_DISK, driverChanges: [change], ...over }));

  it('suspects the driver that changed within a day before the disk was gone for the first time', () => {
    expect(test(0xc000000e)[0]).toMatchObject({
      cause: 'controller',
      weight: 5,
      because: 'The storage driver iaStorAC was changed from 17.9.1 to 18.6.1 within a day before the first such stop.',
    });
  });

  it('clears a driver that changed after the trouble had begun', () => {
    expect(test(0xc000000e, { kin: [kinStop(0xc0000185, { daysBefore: 3 })] })).toEqual([]);
    expect(test(0xc000000e, { kin: [kinStop(0xc0000185, { daysBefore: 0.2 })] })).toHaveLength(1);
  });

  it('weighs a change of some days ago less, and forgets one of last week', () => {
    expect(test(0xc000000e, { driverChanges: [{ ...change, daysBefore: 4 }] })[0]!.weight).toBe(1.5);
    expect(test(0xc000000e, { driverChanges: [{ ...change, daysBefore: 9 }] })).toEqual([]);
  });

  it('gives a virtual driver to the virtual layer and a filter to software', () => {
    const cause = (driver: string) => test(0xc0000185, { driverChanges: [{ ...change, driver }] })[0]!.cause;
    expect(cause('viostor')).toBe('virtual');
    expect(cause('snapflt.sys')).toBe('software');
  });

  it('does not blame a driver for bad blocks or used-up memory', () => {
    expect(test(0xc000009c)).toEqual([]);
    expect(test(0xc000009a)).toEqual([]);
  });
});
