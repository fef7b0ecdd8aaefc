import { baseBugcheck } from '@inpage/codes';
import { formatHex32 } from '@inpage/core';
import { SOFTWARE_LEANINGS } from '../bugcheck/bugcheck-leanings.js';
import { statusClass } from '../recorded-status.js';
import { claim, type Rule } from '../rule.js';

/** Driver Verifier makes allocations fail on purpose. */
const LOW_RESOURCES_SIMULATION = 0x4;

export const dumpDriverVerifier: Rule = {
  id: 'dump/driver-verifier',
  doc: 'Driver Verifier was on: it stops the machine at driver bugs that otherwise go unseen, and can make allocations fail on purpose.',
  source: 'https://learn.microsoft.com/windows-hardware/drivers/devtest/driver-verifier-options',
  weight: 2,
  test(facts) {
    const level = facts.dump?.verifierLevel ?? 0;
    if (level === 0) return [];
    const on = `Driver Verifier was on (${formatHex32(level)})`;
    if (statusClass(facts) === 'resources' && (level & LOW_RESOURCES_SIMULATION) !== 0)
      return [claim('software', 2, `${on} and made allocations fail on purpose; this stop may be its doing.`)];
    return SOFTWARE_LEANINGS.some(({ code }) => code === baseBugcheck(facts.decode.code))
      ? [claim('software', 1.5, `${on}, which stops the machine at driver bugs.`)]
      : [];
  },
};
