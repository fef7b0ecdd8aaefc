import { isNvme } from '../no-answer.js';
import { claim, type Rule } from '../rule.js';
import { recordedStatus } from '../recorded-status.js';

export const diskNvmeTimeout: Rule = {
  id: 'disk/nvme-timeout',
  doc: 'An NVMe disk that does not answer in time usually hangs in its firmware, a power state or its heat, and has no cable.',
  source:
    'Our inference from the NVMe notes on storport event 129: https://learn.microsoft.com/archive/blogs/ntdebugging/understanding-storage-timeouts-and-event-129-errors',
  weight: 2,
  test(facts) {
    if (!isNvme(facts) || facts.disk?.virtual || recordedStatus(facts)?.subclass !== 'timeout') return [];
    return [
      claim(
        'controller',
        2,
        'The disk is NVMe: a timeout there is mostly firmware, a power state or heat, not a cable.',
      ),
    ];
  },
};
