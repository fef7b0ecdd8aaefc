import type { Rule } from '../rule.js';
import { chorusAbout, chorusClaims } from './chorus.js';

export const leadUpBadBlocks: Rule = {
  id: 'lead-up/bad-blocks',
  doc: 'The disk could not return data around the stop: disk 7 and 154, or a failed request with the sense key MEDIUM ERROR or HARDWARE ERROR.',
  source:
    'https://learn.microsoft.com/troubleshoot/windows-server/backup-and-storage/troubleshoot-data-corruption-and-disk-errors',
  weight: 5,
  monotone: ['more-events', 'closer-events'],
  test: (facts) =>
    chorusClaims(facts, chorusAbout(facts, 'lasting', 'media'), {
      shares: { media: 5 },
      half: 0.5,
      noun: ['failed read or write', 'failed reads or writes'],
      reading: 'the disk itself said that it could not give the data back',
    }),
};
