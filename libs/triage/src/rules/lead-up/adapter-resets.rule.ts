import type { CrashFacts } from '../../verdict.js';
import type { LeadUpEvent } from '../../witnesses.js';
import { isInDiskStory } from '../disk-story.js';
import { claim, type Rule } from '../rule.js';
import { behindVirtualLayer } from '../virtual-layer.js';
import { saturated } from './chorus.js';
import { eventMeaning } from './event-meaning.js';
import { besideStop } from './time-before.js';

const DAY = 86_400;

/** Which disk an event is about, in the words that tell disks of one machine apart; `undefined` for one of an adapter only. */
function diskOf({ disk, event }: LeadUpEvent): string | undefined {
  if (disk === 'this-disk') return 'this disk';
  if (event.serial) return `serial ${event.serial}`;
  if (event.diskNumber !== undefined) return `number ${event.diskNumber}`;
  return event.target === undefined ? undefined : `at ${event.path ?? 0}/${event.target}/${event.lun ?? 0}`;
}

const speaksOfTheWay = ({ secondsBefore, event }: LeadUpEvent): boolean =>
  secondsBefore >= 0 && secondsBefore <= DAY && ['timeout', 'link'].includes(eventMeaning(event).about);

/** Events of the last day by the adapter that they name; those of the class driver name none and stand together. */
function byAdapter({ leadUp = [] }: CrashFacts): readonly (readonly LeadUpEvent[])[] {
  const adapters = new Map<string, LeadUpEvent[]>();
  for (const one of leadUp.filter(speaksOfTheWay)) {
    const adapter = one.event.portNumber === undefined ? '' : `${one.event.portNumber}`;
    adapters.set(adapter, [...(adapters.get(adapter) ?? []), one]);
  }
  return [...adapters.values()];
}

const disksIn = (events: readonly LeadUpEvent[]): number =>
  new Set(events.map(diskOf).filter((disk) => disk !== undefined)).size;

/** Where the events name no adapter the disks may hang on two, so they weigh half. */
const UNNAMED = 0.5;

export const leadUpAdapterResets: Rule = {
  id: 'lead-up/adapter-resets',
  doc: 'This disk and others on the same adapter did not answer or were reset within the last day, which points at what they share.',
  source:
    'https://github.com/jeffpar/kbarchive/blob/master/txt/137/Q137967.TXT; https://github.com/jeffpar/kbarchive/blob/master/txt/167/Q167129.TXT',
  weight: 5,
  monotone: ['more-events', 'closer-events'],
  test(facts) {
    if (behindVirtualLayer(facts) || !isInDiskStory(facts)) return [];
    const shared = byAdapter(facts).find(
      (events) => disksIn(events) > 1 && events.some(({ disk }) => disk === 'this-disk'),
    );
    if (shared === undefined) return [];
    const named = shared[0]!.event.portNumber !== undefined;
    const weight = Math.round(5 * saturated(shared.length * (named ? 1 : UNNAMED), 1) * 10) / 10;
    const nearest = [...shared].sort((a, b) => a.secondsBefore - b.secondsBefore);
    const because =
      `${disksIn(shared)} disks ${named ? `on adapter ${shared[0]!.event.portNumber}` : 'of this machine'} did not answer ` +
      `or were reset, the last ${besideStop(nearest[0]!.secondsBefore)}; that points at the controller, not at one disk.`;
    return [
      claim(
        'controller',
        weight,
        because,
        nearest.map(({ recordId }) => recordId),
      ),
    ];
  },
};
