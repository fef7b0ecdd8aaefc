import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModuleMap } from './module-map.js';

const driver = (name: string, base: bigint, size: number) => ({ name, base, size, checkSum: 0, timestamp: 0 });
const map = new ModuleMap(
  [driver('nt', 0xfffff803_1a200000n, 0x1000000), driver('odd', 0xfffff803_30000000n, 0xc1a0), driver('win32k', 0xffff9a14_00000000n, 0x1000)],
  [{ name: 'gone', base: 0xfffff803_30000000n, size: 0x20000 }],
); // prettier-ignore

describe('ModuleMap', () => {
  it.each([
    [0xfffff803_1a200000n, 'nt', 0],
    [0xfffff803_1b1fffffn, 'nt', 0xffffff],
    [0xfffff803_1b200000n, undefined, undefined],
    [0xfffff803_1a1fffffn, undefined, undefined],
    [0xfffff803_3000c19fn, 'odd', 0xc19f],
    [0xfffff803_3000c1a0n, 'gone', 0xc1a0],
    [0xffff9a14_00000800n, 'win32k', 0x800],
    [0x7ffe0320n, undefined, undefined],
    [0n, undefined, undefined],
  ])('%x', (address, name, offset) => {
    const found = map.find(address);
    expect([found?.module.name, found?.offset]).toEqual([name, offset]);
  });

  it('is the plain search through the list', () => {
    const range = fc.record({
      base: fc.bigInt(0n, 40n).map((n) => n * 0x1000n),
      size: fc.integer({ min: 1, max: 0x1000 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(range, { selector: ({ base }) => base }),
        fc.bigInt(0n, 0x2a000n),
        (ranges, address) => {
          const drivers = ranges.map(({ base, size }) => driver(`${base}`, base, size));
          const plain = drivers.find(({ base, size }) => address >= base && address < base + BigInt(size));
          expect(new ModuleMap(drivers, []).find(address)?.module.name).toBe(plain?.name);
        },
      ),
    );
  });

  it('finds nothing in an empty list', () => {
    expect(new ModuleMap([], []).find(0xfffff803_1a200000n)).toBeUndefined();
  });
});
