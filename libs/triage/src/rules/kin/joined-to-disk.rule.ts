import { tidy } from '../../explain/names.js';
import { bearing, diskStops } from '../disk-story.js';
import type { Rule } from '../rule.js';
import { claimsByCause, saidOf } from './kin-claims.js';

/** A stop without a code is not joined this way: a power loss looks the same, whatever the disk did last week. */
export const kinJoinedToDisk: Rule = {
  id: 'kin/joined-to-disk',
  doc: 'A stop that can follow from an unreadable disk joins the story of this disk, because a storage error of the same disk stopped a machine within 30 days.',
  source:
    'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0xf4--critical-object-termination; https://windowsexplored.com/2011/10/05/your-hard-disk-is-failing; our inference for 30 days',
  weight: 4,
  monotone: ['more-kin'],
  test(facts) {
    const { decode } = facts;
    if (bearing(decode) !== 'joins' || decode.family === 'unclean-shutdown') return [];
    const ofThisDisk = diskStops(facts).filter(({ kin }) => kin.disk === 'this-disk');
    return claimsByCause(facts, ofThisDisk, { most: 4, half: 0.5 }, (count, cause) =>
      count === 1
        ? `Within 30 days a storage error of this disk said ${saidOf(cause)}, and ${tidy(decode.name)} can follow from that`
        : `Within 30 days ${count} storage errors of this disk said ${saidOf(cause)}, and ${tidy(decode.name)} can follow from that`,
    );
  },
};
