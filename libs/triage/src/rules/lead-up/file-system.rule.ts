import type { Rule } from '../rule.js';
import { chorusAbout, chorusClaims } from './chorus.js';

/** Only events before the stop: a stop leaves damage behind, and the check at the next start finds it. */
export const leadUpFileSystem: Rule = {
  id: 'lead-up/file-system',
  doc: 'The file system was found damaged, or its log could not be flushed, before the stop: Ntfs 55, 98, 50, 57 and 140.',
  source:
    'https://learn.microsoft.com/troubleshoot/windows-server/backup-and-storage/troubleshoot-data-corruption-and-disk-errors',
  weight: 3,
  monotone: ['more-events', 'closer-events'],
  test: (facts) =>
    chorusClaims(facts, chorusAbout(facts, 'passing', 'filesystem'), {
      shares: { filesystem: 3 },
      half: 1,
      noun: ['report of a damaged file system', 'reports of a damaged file system'],
      reading: 'the volume was damaged before the machine stopped',
    }),
};
