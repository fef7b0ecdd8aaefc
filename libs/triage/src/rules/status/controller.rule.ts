import { claim, type Rule } from '../rule.js';
import { failedWith, statusOf } from '../recorded-status.js';

export const statusController: Rule = {
  id: 'status/controller',
  doc: 'The status comes from the controller or its driver, not from the disk.',
  source: 'https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55',
  weight: 6,
  test(facts) {
    const status = statusOf(facts, 'controller');
    if (status === undefined) return [];
    return [
      claim(
        'controller',
        status.weight,
        `${failedWith(facts, status.entry)}, which speaks of the controller or its driver.`,
      ),
    ];
  },
};
