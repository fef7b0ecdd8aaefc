import { claim, type Rule } from '../rule.js';
import { failedWith, statusOf } from '../recorded-status.js';

export const statusMedia: Rule = {
  id: 'status/media',
  doc: 'The status says that the disk could not give the data back: bad blocks, or a fault inside the drive.',
  source: 'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x7a--kernel-data-inpage-error',
  weight: 6,
  test(facts) {
    const status = statusOf(facts, 'media');
    if (status === undefined) return [];
    return [
      claim(
        'media',
        status.weight,
        `${failedWith(facts, status.entry)}, which a disk gives when it cannot return the data.`,
      ),
    ];
  },
};
