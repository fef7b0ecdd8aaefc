import { STORAGE_EVENTS, type StorageEvent } from '../events/storage-event.js';
import { anchor, page, table } from './markdown.js';
import { sourceLinks } from './source-link.js';

const slug = (family: string): string => family.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const row = (event: StorageEvent): readonly string[] => [
  `${anchor(`event-${slug(event.family)}-${event.id}`)}${event.id}`,
  event.name,
  event.meaning,
  [event.disk, event.normal && `Normal: ${event.normal}`].filter(Boolean).join(' '),
  event.class,
  event.weight,
  sourceLinks(event.sources),
];

const familySection = (family: string, events: readonly StorageEvent[]): string =>
  page(
    `### ${family}`,
    `Logged as ${events[0]!.providers.map((provider) => `\`${provider}\``).join(', ')}.`,
    table(
      ['id', 'name', 'what happened', 'what it says about the disk', 'leans to', 'weight', 'source'],
      events.map(row),
    ),
  ).trimEnd();

/** What Windows writes into its log, by who writes it: 11, 129 and 1001 mean other things elsewhere. */
export function storageEventsChapter(): string {
  const families = [...new Set(STORAGE_EVENTS.map(({ family }) => family))];
  return page(
    `## ${anchor('storage-events')}Storage events`,
    'Weight: `failing` asks for action, `trend` counts when it comes often, `context` explains other events.',
    ...families.map((family) =>
      familySection(
        family,
        STORAGE_EVENTS.filter((event) => event.family === family),
      ),
    ),
  ).trimEnd();
}
