import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { dumpOf } from '../witnesses.fixture.js';
import { dumpNonPagedPool } from './nonpaged-pool.rule.js';

describe('dump/nonpaged-pool', () => {
  const test = (status: number | undefined, allocatedBytes: string, maximumBytes = '0x0000000040000000') =>
    dumpNonPagedPool.test(
      factsOf(inpageStop(status), { dump: dumpOf({ nonPagedPool: { allocatedBytes, maximumBytes } }) }),
    );

  it('confirms a status that says that a resource was used up', () => {
    expect(test(0xc000009a, '0x000000003a000000')[0]).toEqual({
      cause: 'resources',
      weight: 4,
      because: 'Nonpaged pool was 90 % full when the machine stopped.',
    });
  });

  it('hints where the status was not recorded, and is silent where it says something else', () => {
    expect(test(undefined, '0x000000003a000000')[0]!.weight).toBe(2);
    expect(test(0xc000009c, '0x000000003a000000')).toEqual([]);
  });

  it('is silent about a pool with room, and about zeros that newer Windows leaves', () => {
    expect(test(0xc000009a, '0x0000000010000000')).toEqual([]);
    expect(test(0xc000009a, '0x0000000000000000', '0x0000000000000000')).toEqual([]);
  });
});
