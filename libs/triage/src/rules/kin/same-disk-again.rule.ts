import { bearing, diskStops } from '../disk-story.js';
import type { Rule } from '../rule.js';
import { claimsByCause, saidOf } from './kin-claims.js';

export const kinSameDiskAgain: Rule = {
  id: 'kin/same-disk-again',
  doc: 'The same disk stopped a machine with a storage error before or since, within 30 days; each stop strengthens what it said.',
  source:
    'Our inference, because accidents seldom hit one disk twice; https://github.com/jeffpar/kbarchive/blob/master/txt/137/Q137967.TXT',
  weight: 3,
  monotone: ['more-kin'],
  test(facts) {
    if (bearing(facts.decode) !== 'speaks') return [];
    const ofThisDisk = diskStops(facts).filter(({ kin }) => kin.disk === 'this-disk');
    return claimsByCause(facts, ofThisDisk, { most: 3, half: 1 }, (count, cause) =>
      count === 1
        ? `Another stop of this disk within 30 days said ${saidOf(cause)}`
        : `${count} other stops of this disk within 30 days said ${saidOf(cause)}`,
    );
  },
};
