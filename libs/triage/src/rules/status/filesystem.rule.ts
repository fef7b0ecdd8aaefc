import { claim, type Rule } from '../rule.js';
import { failedWith, statusOf } from '../recorded-status.js';

export const statusFilesystem: Rule = {
  id: 'status/filesystem',
  doc: 'The status comes from the file system or from the contents of a file.',
  source: 'https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-fsrtlnormalizentstatus',
  weight: 6,
  test(facts) {
    const status = statusOf(facts, 'filesystem');
    if (status === undefined) return [];
    return [
      claim(
        'filesystem',
        status.weight,
        `${failedWith(facts, status.entry)}, which speaks of the file system or of a file in it.`,
      ),
    ];
  },
};
