import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, SATA_DISK, USB_DISK } from '../crash-facts.fixture.js';
import { diskUnplugged } from './unplugged.rule.js';

describe('disk/unplugged', () => {
  it('supports a vanished disk that hangs on a plug', () => {
    const [claim] = diskUnplugged.test(factsOf(inpageStop(0xc000000e), { disk: USB_DISK }));
    expect(claim).toMatchObject({ cause: 'device-gone', weight: 4 });
    expect(claim!.because).toBe(
      'The disk is attached over USB and holds a paging file, so it can be pulled out or lose its contact.',
    );
  });

  it('thinks of a pulled plug, with less weight, when the status was not recorded', () => {
    expect(diskUnplugged.test(factsOf(inpageStop(), { disk: USB_DISK }))[0]?.weight).toBe(2);
  });

  it.each([0xc000009d, 0xc0000185, 0xc00000b5])(
    'weighs less beside status %i, which a bad cable gives as well',
    (status) => {
      expect(diskUnplugged.test(factsOf(inpageStop(status), { disk: USB_DISK }))[0]?.weight).toBe(2);
    },
  );

  it('counts a removable disk on a bus without plugs', () => {
    const disk = { ...SATA_DISK, removable: true };
    expect(diskUnplugged.test(factsOf(inpageStop(0xc000009d), { disk }))[0]?.because).toContain('removable');
  });

  it('counts a disk behind a bridge chip whose bus is not known', () => {
    const disk = { ...SATA_DISK, busType: undefined, bridged: true };
    expect(diskUnplugged.test(factsOf(inpageStop(0xc000000e), { disk }))[0]?.because).toContain('behind a bridge chip');
  });

  it('is silent about bad blocks on USB, and about internal or unknown disks', () => {
    expect(diskUnplugged.test(factsOf(inpageStop(0xc000009c), { disk: USB_DISK }))).toEqual([]);
    expect(diskUnplugged.test(factsOf(inpageStop(0xc000000e), { disk: SATA_DISK }))).toEqual([]);
    expect(diskUnplugged.test(factsOf(inpageStop(0xc000000e)))).toEqual([]);
  });
});
