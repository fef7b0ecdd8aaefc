import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, otherStop, SATA_DISK, uncleanStop, USB_DISK } from '../crash-facts.fixture.js';
import { diskPagingOnPlug } from './paging-on-plug.rule.js';

describe('disk/paging-on-plug', () => {
  it('hints at a lost paging disk when the stop says nothing of a disk', () => {
    for (const decode of [uncleanStop(), otherStop(0xef)])
      expect(diskPagingOnPlug.test(factsOf(decode, { disk: USB_DISK }))[0]).toMatchObject({
        cause: 'device-gone',
        weight: 1.5,
      });
  });

  it('leaves failed reads to disk/unplugged and is silent about internal disks and driver bugs', () => {
    expect(diskPagingOnPlug.test(factsOf(inpageStop(0xc000000e), { disk: USB_DISK }))).toEqual([]);
    expect(diskPagingOnPlug.test(factsOf(uncleanStop(), { disk: SATA_DISK }))).toEqual([]);
    expect(diskPagingOnPlug.test(factsOf(otherStop(0xd1), { disk: USB_DISK }))).toEqual([]);
  });
});
