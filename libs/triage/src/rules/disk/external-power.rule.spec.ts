import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, USB_DISK } from '../crash-facts.fixture.js';
import { MY_BOOK } from '../witnesses.fixture.js';
import { diskExternalPower } from './external-power.rule.js';

describe('disk/external-power', () => {
  it('knows product lines that come with a power supply', () => {
    const [claim] = diskExternalPower.test(factsOf(inpageStop(0xc000000e), { disk: MY_BOOK }));
    expect(claim).toEqual({
      cause: 'device-gone',
      weight: 3,
      because:
        'WD My Book 25EE has a power supply of its own; when that fails the disk is gone and the machine runs on.',
    });
  });

  it('thinks of a supply, with less weight, for any external hard disk', () => {
    const disk = { ...MY_BOOK, model: 'WDC WD40EFRX-68N32N0' };
    expect(diskExternalPower.test(factsOf(inpageStop(0xc000009d), { disk }))[0]!.weight).toBe(1);
  });

  it('is silent about sticks, disks without a paging file, bad blocks and timeouts', () => {
    expect(diskExternalPower.test(factsOf(inpageStop(0xc000000e), { disk: USB_DISK }))).toEqual([]);
    expect(
      diskExternalPower.test(factsOf(inpageStop(0xc000000e), { disk: { ...MY_BOOK, holdsPageFile: false } })),
    ).toEqual([]);
    expect(diskExternalPower.test(factsOf(inpageStop(0xc000009c), { disk: MY_BOOK }))).toEqual([]);
    expect(diskExternalPower.test(factsOf(inpageStop(0xc00000b5), { disk: MY_BOOK }))).toEqual([]);
  });
});
