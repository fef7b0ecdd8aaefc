import { describe, expect, it } from 'vitest';
import { DAY, inventory, NOON, PC_BAD_SSD, PC_HEALTHY, readDisks, SSD, USB_DISK } from './evidence.fixture.js';
import { diskId, inForce } from './machine-inventory.js';

const idIn = (disk: typeof SSD, machine = PC_BAD_SSD) => inventory([disk], NOON, machine).disks[0]!.id;

describe('the id of a disk', () => {
  it('never changes by accident', () => {
    expect(diskId('samsung ssd 870 evo 1tb', 'S5Y2NJ0R900002', PC_BAD_SSD, 0)).toBe(
      '276d0e82-6ef8-82c5-b604-98a1546a9784',
    );
    expect(diskId('samsung ssd 870 evo 1tb', undefined, PC_BAD_SSD, 0)).toBe('d5ebd46b-f37b-8771-90a6-e47bcd556d58');
  });

  it('goes with the disk from PC to PC', () => {
    expect(idIn(SSD, PC_HEALTHY)).toBe(idIn(SSD, PC_BAD_SSD));
  });

  it('does not depend on its port, its number, its firmware or how its model is padded', () => {
    const moved = {
      ...SSD,
      number: 4,
      port: 'PCI Slot 3',
      firmware: 'SVT02B6Q',
      model: 'ATA Samsung SSD 870 EVO 1TB   ',
    };
    expect(idIn(moved)).toBe(idIn(SSD));
  });

  it('is another one for another serial and for another model', () => {
    expect(
      new Set([idIn(SSD), idIn({ ...SSD, serial: 'S5Y2NJ0R900003' }), idIn({ ...SSD, model: 'CT1000MX500SSD1' })]).size,
    ).toBe(3);
  });

  it.each([
    undefined,
    '',
    '    ',
    '0000000000000000',
    'To be filled by O.E.M.',
    'Default string',
    'FFFFFFFF',
    '\0\0\0',
  ])('is that of this PC and this number only, where the serial is %j', (serial) => {
    const dummy = { ...SSD, serial };
    expect(idIn(dummy, PC_HEALTHY)).not.toBe(idIn(dummy, PC_BAD_SSD));
    expect(idIn({ ...dummy, number: 1 })).not.toBe(idIn(dummy));
    expect(idIn(dummy)).toBe(idIn(dummy));
  });
});

describe('an inventory', () => {
  it('has equal facts whenever they were observed, and other facts once something changed', () => {
    expect(inventory([SSD], NOON).factsId).toBe(inventory([SSD], NOON + DAY).factsId);
    expect(inventory([{ ...SSD, firmware: 'SVT02B6Q' }]).factsId).not.toBe(inventory([SSD]).factsId);
    expect(inventory([SSD], NOON, PC_HEALTHY).factsId).not.toBe(inventory([SSD], NOON, PC_BAD_SSD).factsId);
  });

  it('believes the first of two disks that claim one number', () => {
    expect(readDisks(SSD, { ...USB_DISK, number: SSD.number }).map(({ serial }) => serial)).toEqual([SSD.serial]);
  });

  it('takes a USB disk for removable unless told otherwise', () => {
    const removable = (over: Partial<typeof SSD>) => readDisks({ ...USB_DISK, ...over })[0]!.removable;
    expect([removable({}), removable({ removable: false }), removable({ busType: 11 })]).toEqual([true, false, false]);
  });

  it('tidies model, firmware and driver stack', () => {
    const [disk] = readDisks({
      ...SSD,
      model: '  ATA Samsung SSD 870 EVO 1 TB ',
      firmware: 'SVT01B6Q\0\0',
      driverStack: [{ name: '\\Driver\\Disk' }],
    });
    expect(disk).toMatchObject({
      model: { model: 'Samsung SSD 870 EVO 1TB' },
      firmware: 'SVT01B6Q',
      stack: { key: 'disk' },
      stackVersions: [''],
    });
  });
});

describe('the inventory in force', () => {
  const [spring, summer] = [inventory([SSD], NOON - 9 * DAY), inventory([USB_DISK], NOON)];

  it.each([
    ['the newest at or before the crash', NOON, summer],
    ['the one before, a moment earlier', NOON - 1, spring],
    ['the newest, long after', NOON + 99 * DAY, summer],
    ['the oldest there is, for a crash before all of them', NOON - 99 * DAY, spring],
  ])('is %s', (_which, atMs, expected) => {
    expect(inForce([spring, summer], atMs)).toBe(expected);
  });

  it('is none where there is none', () => {
    expect(inForce([], NOON)).toBeUndefined();
  });
});
