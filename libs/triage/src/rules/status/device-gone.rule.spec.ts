import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, VIRTUAL_DISK, USB_DISK } from '../crash-facts.fixture.js';
import { statusDeviceGone } from './device-gone.rule.js';

describe('status/device-gone', () => {
  it.each([
    ['c000000e', 6],
    ['c00002b6', 6],
    ['c000009e', 4],
  ])('reads 0x%s as device-gone', (hex, weight) => {
    const [first] = statusDeviceGone.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'device-gone', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c000009d', 'c000000f'])('has nothing to say about 0x%s', (hex) => {
    expect(statusDeviceGone.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusDeviceGone.test(factsOf(inpageStop()))).toEqual([]);
  });

  it('thinks of a dying disk when it dropped off an internal bus', () => {
    expect(statusDeviceGone.test(factsOf(inpageStop(0xc000000e)))[1]).toMatchObject({ cause: 'media', weight: 1 });
  });

  it.each([
    ['USB', USB_DISK],
    ['virtual', VIRTUAL_DISK],
  ])('does not think of a dying disk when it is %s', (_, disk) => {
    expect(statusDeviceGone.test(factsOf(inpageStop(0xc000000e), { disk }))).toHaveLength(1);
  });
});
