import type { Rule } from '../rule.js';
import { chorusAbout, chorusClaims } from './chorus.js';

/** Half of the weight at 0.3, which one such event of a week ago has: a prediction does not grow old so fast. */
export const leadUpFailurePredicted: Rule = {
  id: 'lead-up/failure-predicted',
  doc: 'The disk said that it will fail: disk 52, or an impending failure in the summary of StorPort.',
  source:
    'https://learn.microsoft.com/troubleshoot/windows-server/backup-and-storage/troubleshoot-data-corruption-and-disk-errors',
  weight: 4,
  monotone: ['more-events', 'closer-events'],
  test: (facts) =>
    chorusClaims(facts, chorusAbout(facts, 'lasting', 'predicted'), {
      shares: { media: 4 },
      half: 0.3,
      noun: ['prediction of failure', 'predictions of failure'],
      reading: 'the disk expects to fail',
    }),
};
