import { claim, type Rule } from '../rule.js';
import { failedWith, statusOf } from '../recorded-status.js';

export const statusResources: Rule = {
  id: 'status/resources',
  doc: 'The status says that a driver ran out of memory or another resource; that is not the disk.',
  source: 'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x77--kernel-stack-inpage-error',
  weight: 6,
  test(facts) {
    const status = statusOf(facts, 'resources');
    if (status === undefined) return [];
    return [
      claim(
        'resources',
        status.weight,
        `${failedWith(facts, status.entry)}: something it needed was used up before the disk was ever asked.`,
      ),
    ];
  },
};
