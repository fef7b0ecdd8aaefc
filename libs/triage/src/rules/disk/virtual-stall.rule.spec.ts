import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, otherStop, SATA_DISK, uncleanStop, VIRTUAL_DISK } from '../crash-facts.fixture.js';
import { HOUR, MINUTE, heard } from '../witnesses.fixture.js';
import { diskVirtualStall } from './virtual-stall.rule.js';

describe('disk/virtual-stall', () => {
  const stalled = (decode: ReturnType<typeof inpageStop>, secondsBefore = 5 * MINUTE) =>
    diskVirtualStall.test(
      factsOf(decode, {
        disk: VIRTUAL_DISK,
        leadUp: [heard('device-reset', { disk: 'unknown-disk', secondsBefore })],
      }),
    );

  it.each([0xef, 0xf4, 0x154, 0x133, 0x9f])('blames the host after a reset, though the code is %i', (code) => {
    expect(stalled(otherStop(code))[0]).toMatchObject({ cause: 'virtual', weight: 2.5 });
  });

  it('blames it for a failed read and for a stop without a code', () => {
    expect(stalled(inpageStop())).toHaveLength(1);
    expect(stalled(uncleanStop())).toHaveLength(1);
  });

  it('asks for a reset in the last ten minutes where the stop itself does not speak of a disk', () => {
    expect(stalled(otherStop(0xef), HOUR)).toEqual([]);
    expect(stalled(inpageStop(), HOUR)).toHaveLength(1);
  });

  it('is silent about driver bugs, used-up memory, and disks that are real', () => {
    expect(stalled(otherStop(0xd1))).toEqual([]);
    expect(stalled(inpageStop(0xc000009a))).toEqual([]);
    expect(diskVirtualStall.test(factsOf(inpageStop(), { disk: SATA_DISK, leadUp: [heard('device-reset')] }))).toEqual(
      [],
    );
  });
});
