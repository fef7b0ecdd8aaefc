import { claim, type Rule } from '../rule.js';
import { bearsOnMemory, percentOf } from './memory-used-up.js';

const NEAR_LIMIT_PERCENT = 95;

export const dumpCommitLimit: Rule = {
  id: 'dump/commit-limit',
  doc: 'Windows had promised nearly all the memory it has, RAM and paging files together, when the machine stopped.',
  source: 'https://learn.microsoft.com/windows-hardware/drivers/debugger/-vm (commit limit and peak); our inference',
  weight: 3,
  test(facts) {
    const bears = bearsOnMemory(facts);
    const percent = percentOf(facts.dump?.commit?.pages, facts.dump?.commit?.limitPages);
    if (bears === 0 || percent === undefined || percent < NEAR_LIMIT_PERCENT) return [];
    const because = `${percent} % of the memory that RAM and paging files can give was in use when the machine stopped.`;
    return [claim('resources', 3 * bears, because)];
  },
};
