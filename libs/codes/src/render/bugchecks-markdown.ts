import { formatHex32 } from '@inpage/core';
import { BUGCHECKS, bugcheck, type BugcheckEntry } from '../bugcheck/bugcheck.js';
import { MEMORY_MANAGEMENT_SUBTYPES } from '../bugcheck/memory-management-subtype.js';
import type { BugcheckForm, StoragePointer } from '../bugcheck/storage/storage-bugcheck.js';
import { STORAGE_BUGCHECK_CHAPTERS } from '../bugcheck/storage/storage-bugchecks.js';
import { BugcheckCode } from '../numbers.js';
import { anchor, link, list, page, table } from './markdown.js';
import { sourceLink } from './source-link.js';

const POINTERS: Readonly<Record<StoragePointer, string>> = {
  'direct-status': 'points at storage and carries the status of the storage stack',
  direct: 'points at storage, without a status',
  corroborates: 'counts only beside a disk event or a code that points at storage',
  'not-storage': 'look elsewhere, unless the dump names a storage driver',
  unknown: 'says nothing about storage by itself',
};

const MEMORY_MANAGEMENT = 0x1a;
const anchorOf = (code: number): string => formatHex32(code).toLowerCase();
const short = (code: number): string => `0x${code.toString(16).toUpperCase()}`;

const INTRO = `# Bugchecks

Generated from libs/codes by \`npm run docs:generate\`; edit the tables, not this page.

First the codes that can speak of storage, with what their parameters hold and what to look at next; then ${link('every published code', '#all-codes')}. Names and numbers are Microsoft's; titles, summaries and advice are ours. Kernel-Power 41 writes codes in decimal, so that 122 is 0x7A; minidumps add 0x10000000. What the statuses mean is told in ${link('status codes', 'status-codes.md')}.`;

const formsTable = (forms: readonly BugcheckForm[]): string => {
  if (forms.length === 0) return 'Microsoft documents no parameters.';
  const single = forms.length === 1 && !forms[0]!.when;
  const head = ['parameter 1', 'parameter 2', 'parameter 3', 'parameter 4'];
  return single
    ? table(head, [forms[0]!.parameters])
    : table(
        ['when', ...head],
        forms.map(({ when, parameters }) => [when ?? '', ...parameters]),
      );
};

const subtypes = (): string =>
  page(
    'Subtypes in parameter 1:',
    table(
      ['subtype', 'meaning', 'storage'],
      MEMORY_MANAGEMENT_SUBTYPES.map(({ value, meaning, storage }) => [short(value), meaning, POINTERS[storage]]),
    ),
  ).trimEnd();

/** Every code has a place of its own: `bugchecks.md#0x0000007a`. */
const deepSection = (entry: BugcheckEntry): string =>
  page(
    `### ${anchor(anchorOf(entry.code))}${short(entry.code)} ${entry.name}`,
    `${entry.title}. ${entry.summary!}`,
    formsTable(entry.forms!),
    entry.code === MEMORY_MANAGEMENT ? subtypes() : '',
    `Storage: ${POINTERS[entry.storage]}. Source: ${sourceLink(entry.source!)}.`,
    'What to look at next:',
    list(entry.next!),
  ).trimEnd();

const chapter = ([title, rows]: (typeof STORAGE_BUGCHECK_CHAPTERS)[number]): string =>
  page(`## ${title}`, ...rows.map(([code]) => deepSection(bugcheck(BugcheckCode(code))))).trimEnd();

const nameRow = ({ code, name, title, summary, source }: BugcheckEntry): readonly string[] => [
  summary ? link(short(code), `#${anchorOf(code)}`) : `${anchor(anchorOf(code))}${short(code)}`,
  String(code),
  name,
  title,
  sourceLink(source!),
];

/** The whole of docs/bugchecks.md. The same tables give the same text, so a check can compare it. */
export const renderBugchecksMarkdown = (): string =>
  page(
    INTRO,
    ...STORAGE_BUGCHECK_CHAPTERS.map(chapter),
    `## ${anchor('all-codes')}All codes`,
    table(['code', 'decimal', 'name', 'title', 'source'], BUGCHECKS.map(nameRow)),
  );
