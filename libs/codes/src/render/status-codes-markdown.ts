import { formatHex32 } from '@inpage/core';
import { CAUSE_CLASSES, type CauseClass } from '../cause-class.js';
import { firstAction } from '../ntstatus/first-action.js';
import { NT_STATUS_ENTRIES, type NtStatusEntry } from '../ntstatus/ntstatus.js';
import type { SeenIn0x7A } from '../ntstatus/ntstatus-row.js';
import { CLASS_TITLES } from './class-titles.js';
import { anchor, link, list, page, table } from './markdown.js';
import { nvmeChapter } from './nvme-chapter.js';
import { scsiChapters } from './scsi-chapters.js';
import { sourceLinks } from './source-link.js';
import { storageEventsChapter } from './storage-events-chapter.js';

const SEEN: Readonly<Record<SeenIn0x7A, string>> = {
  documented: 'Microsoft names it for bugcheck 0x7A or 0x77',
  plausible: 'a storage path can produce it',
  unlikely: 'unlikely in a bugcheck 0x7A',
  unknown: 'not in our table',
};

const anchorOf = ({ code }: NtStatusEntry): string => formatHex32(code).toLowerCase();
const SEEN_ORDER = Object.keys(SEEN) as SeenIn0x7A[];

/** Those that Microsoft names first, then by code. */
const ofClass = (cause: CauseClass): readonly NtStatusEntry[] =>
  SEEN_ORDER.flatMap((seen) => NT_STATUS_ENTRIES.filter((e) => e.class === cause && e.seenIn0x7A === seen));
const sentence = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;

const INTRO = `# Status codes

Generated from libs/codes by \`npm run docs:generate\`; edit the tables, not this page.

Parameter 2 of ${link('bugcheck 0x7A', 'bugchecks.md#0x0000007a')} is the NTSTATUS that the storage stack returned; on 64-bit Windows it is sign-extended, so that \`ffffffffc0000185\` is 0xC0000185. A miniport makes an SRB status, a drive a SCSI status with sense data or an NVMe status; the class driver turns them into the NTSTATUS. Meanings, leanings and first actions are ours, names and numbers are Microsoft's, T10's and NVM Express's. A leaning is what the code alone suggests, as one of the ${link('cause classes', 'glossary.md#cause-classes')}; ${link('the rules', 'rules.md')} weigh it against everything else.`;

/** Every code has a place of its own: `status-codes.md#0xc0000185`. */
const statusSection = (entry: NtStatusEntry): string =>
  page(
    `### ${anchor(anchorOf(entry))}${formatHex32(entry.code)} ${entry.name}`,
    entry.meaning,
    list(
      [
        `Who returns it: ${sentence(entry.layer)}`,
        `Leans to: ${entry.class}${entry.subclass ? ` (${entry.subclass})` : ''}, with ${entry.confidence} confidence; ${SEEN[entry.seenIn0x7A]}.`,
        `First action: ${firstAction(entry)}`,
        entry.note ? `Note: ${sentence(entry.note)}` : '',
        `Source: ${sourceLinks(entry.citations)}`,
      ].filter(Boolean),
    ),
  ).trimEnd();

const classChapter = (cause: CauseClass): string =>
  page(`## ${anchor(`class-${cause}`)}${CLASS_TITLES[cause]}`, ...ofClass(cause).map(statusSection)).trimEnd();

const classIndex = (causes: readonly CauseClass[]): string =>
  table(
    ['class', 'NTSTATUS values', 'those that Microsoft names for 0x7A or 0x77'],
    causes.map((cause) => [
      link(cause, `#class-${cause}`),
      String(ofClass(cause).length),
      ofClass(cause)
        .filter((entry) => entry.seenIn0x7A === 'documented')
        .map((entry) => link(formatHex32(entry.code), `#${anchorOf(entry)}`))
        .join(', '),
    ]),
  );

const OTHERS = list([
  `${link('SRB status', '#srb-status')}: what the miniport says`,
  `${link('SCSI status', '#scsi-status')}, ${link('sense keys', '#sense-keys')} and ${link('additional sense codes', '#additional-sense-codes')}: what a drive says`,
  `${link('NVMe status', '#nvme-status')}: what an NVMe drive says`,
  `${link('Storage events', '#storage-events')}: what Windows writes into its log`,
]);

/** The whole of docs/status-codes.md. The same tables give the same text, so a check can compare it. */
export function renderStatusCodesMarkdown(): string {
  const causes = CAUSE_CLASSES.filter((cause) => ofClass(cause).length > 0);
  const chapters = [...causes.map(classChapter), ...scsiChapters(), nvmeChapter(), storageEventsChapter()];
  return page(INTRO, classIndex(causes), 'Beside the NTSTATUS values:', OTHERS, ...chapters);
}
