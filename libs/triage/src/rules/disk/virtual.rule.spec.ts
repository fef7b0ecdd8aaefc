import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, otherStop, SATA_DISK, VIRTUAL_DISK } from '../crash-facts.fixture.js';
import { diskVirtual } from './virtual.rule.js';

describe('disk/virtual', () => {
  it('blames the layer that plays the disk, whatever it says about hardware', () => {
    for (const status of [0xc000009c, 0xc000009d, 0xc000000e, 0xc0000185]) {
      expect(diskVirtual.test(factsOf(inpageStop(status), { disk: VIRTUAL_DISK }))[0]).toMatchObject({
        cause: 'virtual',
        weight: 4,
      });
    }
  });

  it('recognises a virtual disk by its miniport when inventory is missing', () => {
    const [claim] = diskVirtual.test(factsOf(inpageStop(0xc0000185), { driverStack: ['partmgr', 'disk', 'viostor'] }));
    expect(claim!.because).toContain('viostor');
  });

  it.each([0xc000009a, 0xc0210000, 0xc0000102])(
    'does not take the blame for status %i, which it does not make',
    (status) => {
      expect(diskVirtual.test(factsOf(inpageStop(status), { disk: VIRTUAL_DISK }))).toEqual([]);
    },
  );

  it('is silent about a driver bug in a virtual machine, and about physical disks', () => {
    expect(diskVirtual.test(factsOf(otherStop(0xd1), { disk: VIRTUAL_DISK }))).toEqual([]);
    expect(diskVirtual.test(factsOf(inpageStop(0xc0000185), { disk: SATA_DISK }))).toEqual([]);
  });
});
