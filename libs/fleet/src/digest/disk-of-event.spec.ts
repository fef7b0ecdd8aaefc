import { describe, expect, it } from 'vitest';
import { diskOfEvent } from './disk-of-event.js';
import {
  adapterReset,
  DAY,
  diskEvent,
  HOUR,
  inventory,
  MINUTE,
  NOON,
  readDisks,
  SSD,
  USB_DISK,
} from './evidence.fixture.js';

const [ssd, usb] = [readDisks(SSD)[0]!.id, readDisks(USB_DISK)[0]!.id];
const both = (atMs: number) => inventory([SSD, USB_DISK], atMs);
/** The same two, after a start at which Windows counted the other way round. */
const swapped = (atMs: number) =>
  inventory(
    [
      { ...SSD, number: 1 },
      { ...USB_DISK, number: 0 },
    ],
    atMs,
  );
const WEEK = 7 * DAY;

describe('the disk of an event', () => {
  it('is the one whose serial it names, whatever number it gives', () => {
    const named = diskEvent(NOON, { diskNumber: 0, serial: ` ${USB_DISK.serial} ` });
    expect(diskOfEvent(named, [both(NOON - HOUR)])).toBe(usb);
    expect(diskOfEvent(diskEvent(NOON, { adapterSerial: SSD.serial, serial: 'ACE4_2E61_9000_7804.' }), [both(0)])).toBe(
      ssd,
    );
  });

  it('is not told by a serial that identifies nothing', () => {
    expect(diskOfEvent(diskEvent(NOON, { diskNumber: undefined, serial: '00000000' }), [both(NOON)])).toBeUndefined();
  });

  it.each([
    ['an inventory of the same day has it under that number', [both(NOON - HOUR)]],
    ['an inventory some hours later has it', [both(NOON + HOUR)]],
    ['the inventories before and after agree, however far they are', [both(NOON - WEEK), both(NOON + WEEK)]],
    ['the near one has it, though numbers changed since', [both(NOON - HOUR), swapped(NOON + 2 * HOUR)]],
  ])('is that of its number where %s', (_why, inventories) => {
    expect(diskOfEvent(diskEvent(NOON), inventories)).toBe(ssd);
    expect(diskOfEvent(diskEvent(NOON, { diskNumber: 1 }), inventories)).toBe(usb);
  });

  it.each([
    ['the only inventory is a week old', [both(NOON - WEEK)]],
    ['inventories far before and far after disagree', [both(NOON - WEEK), swapped(NOON + WEEK)]],
    ['there is no inventory at all', []],
  ])('is not told by its number where %s', (_why, inventories) => {
    expect(diskOfEvent(diskEvent(NOON), inventories)).toBeUndefined();
  });

  it('is told by its number in a machine with one disk, by an inventory of any age', () => {
    expect(diskOfEvent(diskEvent(NOON), [inventory([SSD], NOON - 9 * WEEK)])).toBe(ssd);
    expect(diskOfEvent(diskEvent(NOON, { diskNumber: 1 }), [inventory([SSD], NOON - 9 * WEEK)])).toBeUndefined();
  });

  it('is another one where its number is not in the inventory of that day', () => {
    expect(diskOfEvent(diskEvent(NOON, { diskNumber: 5 }), [both(NOON - MINUTE)])).toBe('elsewhere');
  });

  it('is the only one of its model, with or without the vendor in front', () => {
    const named = (model: string, vendor?: string) => diskEvent(NOON, { diskNumber: undefined, model, vendor });
    expect(diskOfEvent(named('Samsung SSD 870 EVO 1TB  '), [both(NOON)])).toBe(ssd);
    expect(diskOfEvent(named('SSD 870 EVO 1TB', 'Samsung'), [both(NOON)])).toBe(ssd);
    const twins = inventory([SSD, { ...SSD, number: 1, serial: 'S5Y2NJ0R900003' }], NOON);
    expect(diskOfEvent(named('Samsung SSD 870 EVO 1TB'), [twins])).toBeUndefined();
  });

  it('is not known where only an adapter or a volume is named, unless the machine has no other', () => {
    expect(diskOfEvent(adapterReset(NOON), [both(NOON)])).toBeUndefined();
    expect(diskOfEvent(adapterReset(NOON), [inventory([SSD], NOON)])).toBe(ssd);
    const volume = diskEvent(NOON, { kind: 'file-system-corrupt', diskNumber: undefined, volume: 'C:' });
    expect(diskOfEvent(volume, [inventory([SSD], NOON)])).toBe(ssd);
  });
});
