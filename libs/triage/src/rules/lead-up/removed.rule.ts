import type { CrashFacts } from '../../verdict.js';
import type { LeadUpEvent } from '../../witnesses.js';
import { canBeUnplugged } from '../../disk/can-be-unplugged.js';
import type { Rule } from '../rule.js';
import { behindVirtualLayer } from '../virtual-layer.js';
import { type Chorus, chorusAbout, chorusClaims, hear } from './chorus.js';
import { isInDiskStory } from '../disk-story.js';

const HOUR = 3_600;
const ARRIVAL_WORTH = 0.7;

const isRise = (later: LeadUpEvent, all: readonly LeadUpEvent[]): boolean =>
  all.some(
    (earlier) =>
      earlier.disk === 'this-disk' &&
      earlier.event.arrival !== undefined &&
      earlier.event.arrival < later.event.arrival! &&
      earlier.secondsBefore > later.secondsBefore &&
      earlier.secondsBefore - later.secondsBefore <= HOUR,
  );

/**
 * Events that name a later arrival of this disk (x of `DRx`) than one within the hour before them. Windows counts anew at every
 * start, so arrivals that lie further apart are not compared.
 */
function arrivals(facts: CrashFacts): Chorus {
  const { leadUp = [] } = facts;
  if (!isInDiskStory(facts)) return { loudness: 0, events: [] };
  const own = leadUp.filter(({ disk, event }) => disk === 'this-disk' && event.arrival !== undefined);
  return hear(
    own.filter((one) => isRise(one, own)),
    'passing',
    () => ARRIVAL_WORTH,
  );
}

const READING = 'the disk left while the machine was running';

export const leadUpRemoved: Rule = {
  id: 'lead-up/removed',
  doc: 'The disk left before the stop: surprise removal (disk 157, StorPort 551), requests that found no device, or a new arrival of the same disk.',
  source:
    'https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/class.c (disk 157, SRB_STATUS_NO_DEVICE); our inference for arrivals, because x of DRx counts up with every enumeration',
  weight: 5,
  monotone: ['more-events'],
  test(facts) {
    const gone = chorusAbout(facts, 'passing', 'device-gone');
    const back = arrivals(facts);
    const dying = canBeUnplugged(facts.disk) || behindVirtualLayer(facts) ? {} : { media: 0.5 };
    const noun = ['removal or missing device', 'removals or missing devices'] as const;
    const shares = { 'device-gone': 5, ...dying };
    return gone.loudness > 0
      ? chorusClaims(facts, gone, { shares, half: 0.5, noun, reading: READING })
      : chorusClaims(facts, back, {
          shares: { 'device-gone': 3 },
          half: 1,
          noun: ['new arrival', 'new arrivals'],
          reading: `${READING} and came back`,
        });
  },
};
