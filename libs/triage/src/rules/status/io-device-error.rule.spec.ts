import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, VIRTUAL_DISK } from '../crash-facts.fixture.js';
import { statusIoDeviceError } from './io-device-error.rule.js';

describe('status/io-device-error', () => {
  it.each([['c0000185', 3]])('reads 0x%s as link', (hex, weight) => {
    const [first] = statusIoDeviceError.test(factsOf(inpageStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause: 'link', weight });
    expect(first!.because.toUpperCase()).toContain(hex.toUpperCase());
  });

  it.each(['c000009d', 'c0000483'])('has nothing to say about 0x%s', (hex) => {
    expect(statusIoDeviceError.test(factsOf(inpageStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('is silent when no status was recorded', () => {
    expect(statusIoDeviceError.test(factsOf(inpageStop()))).toEqual([]);
  });

  it('leaves the controller and the disk in the race', () => {
    const causes = statusIoDeviceError.test(factsOf(inpageStop(0xc0000185))).map(({ cause }) => cause);
    expect(causes).toEqual(['link', 'controller', 'media']);
  });

  it('speaks less of links in a virtual machine', () => {
    const [link] = statusIoDeviceError.test(factsOf(inpageStop(0xc0000185), { disk: VIRTUAL_DISK }));
    expect(link!.weight).toBe(1.5);
  });
});
