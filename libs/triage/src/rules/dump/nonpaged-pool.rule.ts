import { claim, type Rule } from '../rule.js';
import { bearsOnMemory, percentOf } from './memory-used-up.js';

const NEAR_MAXIMUM_PERCENT = 80;

export const dumpNonPagedPool: Rule = {
  id: 'dump/nonpaged-pool',
  doc: 'Nonpaged pool was near its maximum when the machine stopped, so that drivers could get no memory for a read.',
  source:
    'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x7a--kernel-data-inpage-error (0xC000009A); https://github.com/jeffpar/kbarchive/blob/master/txt/174/Q174058.TXT',
  weight: 4,
  test(facts) {
    const bears = bearsOnMemory(facts);
    const pool = facts.dump?.nonPagedPool;
    const percent = percentOf(pool?.allocatedBytes, pool?.maximumBytes);
    if (bears === 0 || percent === undefined || percent < NEAR_MAXIMUM_PERCENT) return [];
    return [claim('resources', 4 * bears, `Nonpaged pool was ${percent} % full when the machine stopped.`)];
  },
};
