import type { Rule } from '../rule.js';
import { chorusAbout, chorusClaims } from './chorus.js';

/** Windows gives up a disk that answers neither requests nor resets, which a hung firmware does as well as a dead disk. */
export const leadUpGivenUp: Rule = {
  id: 'lead-up/given-up',
  doc: 'Windows marked the disk as failing or failed (StorPort 535, 536, 558), or counted failures of the device itself.',
  source:
    'The manifest of Microsoft-Windows-StorPort, https://github.com/jdu2600/Windows10EtwEvents; our inference for the split between disk and firmware',
  weight: 3,
  monotone: ['more-events', 'closer-events'],
  test: (facts) =>
    chorusClaims(facts, chorusAbout(facts, 'lasting', 'given-up'), {
      shares: { media: 3, controller: 1.5 },
      half: 0.5,
      noun: ['mark as failing', 'marks as failing'],
      reading: 'Windows gave the disk up, for its medium or its firmware no longer answered',
    }),
};
