import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, SATA_DISK, USB_DISK } from '../crash-facts.fixture.js';
import { diskBehindBridge } from './behind-bridge.rule.js';

describe('disk/behind-bridge', () => {
  it('adds to the link for a disk behind a bridge', () => {
    expect(diskBehindBridge.test(factsOf(inpageStop(0xc0000185), { disk: USB_DISK }))[0]).toMatchObject({
      cause: 'link',
      weight: 1,
    });
  });

  it('is silent about bad blocks, and about disks without a bridge', () => {
    expect(diskBehindBridge.test(factsOf(inpageStop(0xc000009c), { disk: USB_DISK }))).toEqual([]);
    expect(diskBehindBridge.test(factsOf(inpageStop(0xc0000185), { disk: SATA_DISK }))).toEqual([]);
  });
});
