import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { diskBehindRaid } from './behind-raid.rule.js';

describe('disk/behind-raid', () => {
  const test = (status: number, miniport: string) =>
    diskBehindRaid.test(factsOf(inpageStop(status), { driverStack: ['partmgr', 'disk', miniport] }));

  it('remembers that firmware of RAID adapters has failed like this', () => {
    expect(test(0xc0000185, 'megasas')[0]).toMatchObject({ cause: 'controller', weight: 1.5 });
  });

  it('does not take the RAID mode of a chipset for an adapter', () => {
    expect(test(0xc0000185, 'iastorac')).toEqual([]);
    expect(test(0xc0000185, 'storahci')).toEqual([]);
  });

  it('is silent about other statuses', () => {
    expect(test(0xc000009c, 'megasas')).toEqual([]);
  });
});
