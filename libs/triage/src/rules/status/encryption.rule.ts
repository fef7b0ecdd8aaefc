import { claim, type Rule } from '../rule.js';
import { failedWith, statusOf } from '../recorded-status.js';

export const statusEncryption: Rule = {
  id: 'status/encryption',
  doc: 'The status comes from a layer that encrypts the volume or its files.',
  source: 'https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55',
  weight: 6,
  test(facts) {
    const status = statusOf(facts, 'encryption');
    if (status === undefined) return [];
    return [
      claim('encryption', status.weight, `${failedWith(facts, status.entry)}, which comes from an encryption layer.`),
    ];
  },
};
