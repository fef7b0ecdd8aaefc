import type { Rule } from '../rule.js';
import { chorusAbout, chorusClaims } from './chorus.js';

/** Light on purpose: real records of event 11 come from freezes without any data error. */
export const leadUpControllerErrors: Rule = {
  id: 'lead-up/controller-errors',
  doc: 'The driver reported errors of the controller before the stop (event 11), a catch-all that need not mean damaged data.',
  source:
    'https://learn.microsoft.com/troubleshoot/windows-server/backup-and-storage/troubleshoot-data-corruption-and-disk-errors; our inference for the low weight, because a busy disk leaves the same event',
  weight: 2,
  monotone: ['more-events', 'closer-events'],
  test: (facts) =>
    chorusClaims(facts, chorusAbout(facts, 'passing', 'controller'), {
      shares: { controller: 2, link: 0.5 },
      half: 1,
      noun: ['controller error', 'controller errors'],
      reading: 'Windows uses this event for whatever the driver could not name',
    }),
};
