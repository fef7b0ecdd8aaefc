import { claim, type Rule } from '../rule.js';
import { failedWith, statusOf } from '../recorded-status.js';

export const statusVirtual: Rule = {
  id: 'status/virtual',
  doc: 'The status comes from a virtual disk, a storage pool or a network path.',
  source: 'https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55',
  weight: 6,
  test(facts) {
    const status = statusOf(facts, 'virtual');
    if (status === undefined) return [];
    return [
      claim(
        'virtual',
        status.weight,
        `${failedWith(facts, status.entry)}, which comes from a virtual disk, a pool or a network path.`,
      ),
    ];
  },
};
