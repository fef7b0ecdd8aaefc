import {
  CHANGES,
  surenessOf,
  type ChangedGroup,
  type ComparedCrash,
  type CrashView,
  type ReadingChanges,
  type ReplayDifference,
  type ReplayOutcome,
} from '@inpage/fleet';
import { harmless } from '../terminal/plain-text.js';

/** What a replay changed, or would change, for a person to read. */
export function renderReplay(outcome: ReplayOutcome): string {
  const { difference, readings } = outcome;
  const parts = [
    [headline(outcome)],
    outcome.unreadable.map(
      ({ id, fault }) => `Chunk ${id} could not be read: ${fault}. What was read of it once stays.`,
    ),
    readings ? readingLines(readings) : [],
    crashLines(difference),
    causeLines(difference),
    groupLines(difference),
    exampleLines(difference),
    outcome.brokenRules.length > 0 ? [`Rules that threw: ${outcome.brokenRules.join(', ')}`] : [],
    reconciledLines(outcome),
  ];
  return `${harmless(
    parts
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n'),
  )}\n`;
}

const headline = ({ dryRun, stopped, chunks, machines, readings }: ReplayOutcome): string => {
  const read = readings || chunks > 0 ? `${count(chunks, 'chunk')} read, ` : '';
  const how = stopped ? 'Interrupted' : dryRun ? 'Dry run, nothing was changed' : 'Replayed';
  return `${how}: ${read}${count(machines, 'machine')} judged.`;
};

const READ_NAMES = {
  evidence: 'records of stops',
  diskEvents: 'storage events',
  inventories: 'inventories',
  inventoryDisks: 'disks in inventories',
} as const satisfies Record<keyof ReadingChanges, string>;

const readingLines = (readings: ReadingChanges): string[] => [
  'Read again              new  changed  removed',
  ...Object.entries(READ_NAMES).map(([rows, name]) => {
    const { added, changed, removed } = readings[rows as keyof ReadingChanges];
    return `  ${name.padEnd(20)} ${pad(added, 5)} ${pad(changed, 8)} ${pad(removed, 8)}`;
  }),
];

const CHANGE_NAMES: Record<(typeof CHANGES)[number], string> = {
  cause: 'another cause',
  sureness: 'surer or less sure',
  group: 'another group',
  decode: 'decoded otherwise',
  disk: 'another disk',
  reasons: 'other reasons',
};

const crashLines = ({ crashes, changes }: ReplayDifference): string[] => [
  `Crashes: ${crashes.before} before, ${crashes.after} after; ${crashes.same} the same, ${crashes.changed} changed, ${crashes.born} born, ${crashes.gone} gone`,
  ...CHANGES.filter((change) => changes[change] > 0).map(
    (change) => `  ${pad(changes[change], 8)} ${CHANGE_NAMES[change]}`,
  ),
  ...(crashes.renamed > 0 ? [`  ${pad(crashes.renamed, 8)} called after another of their records`] : []),
];

const causeLines = ({ causes }: ReplayDifference): string[] =>
  causes.length === 0
    ? []
    : ['Causes', ...causes.map(({ from, to, crashes }) => `  ${pad(crashes, 8)} ${from} -> ${to}`)];

function groupLines({ groups, changedGroups }: ReplayDifference): string[] {
  const { before, after, born, gone, grown, shrunk, exchanged } = groups;
  const head = `Groups: ${before} before, ${after} after; ${born} born, ${gone} gone, ${grown} grown, ${shrunk} shrunk`;
  const told = exchanged > 0 ? `${head}, ${exchanged} with other crashes` : head;
  return [told, ...changedGroups.map(groupLine)];
}

const groupLine = ({ what, before, after, title }: ChangedGroup): string =>
  `  ${what.padEnd(9)} ${pad(before, 6)} -> ${String(after).padEnd(6)} ${title}`;

const exampleLines = ({ examples }: ReplayDifference): string[] =>
  examples.length === 0 ? [] : ['Examples', ...examples.flatMap(exampleOf)];

function exampleOf({ id, formerId, stoppedAtMs, before, after }: ComparedCrash): string[] {
  return [
    `  Crash ${id} of ${new Date(stoppedAtMs).toISOString()}${formerId === undefined ? '' : `, before ${formerId}`}`,
    `    before  ${before === undefined ? 'no crash' : viewText(before)}`,
    `    after   ${after === undefined ? 'no crash' : viewText(after)}`,
    ...(before && after ? reasonLines(before, after) : []),
  ];
}

const viewText = ({ cause, confidence, groupTitle }: CrashView): string =>
  `${surenessOf(confidence)} ${cause} (${Math.round(confidence * 100)} %), ${groupTitle}`;

function reasonLines(before: CrashView, after: CrashView): string[] {
  const words = ({ reasons }: CrashView) => reasons.map(({ rule, weight }) => `${rule} (${weight})`);
  const [former, now] = [words(before), words(after)];
  return [
    ...former.filter((reason) => !now.includes(reason)).map((reason) => `    - ${reason}`),
    ...now.filter((reason) => !former.includes(reason)).map((reason) => `    + ${reason}`),
  ];
}

function reconciledLines({ reconciled, stopped }: ReplayOutcome): string[] {
  if (reconciled === undefined) return [];
  const { before, after, discrepancies } = reconciled;
  const head = `In the database: ${before.crashes} crashes before, ${after.crashes} after.`;
  if (discrepancies.length === 0) return [`${head} Every count agrees with them.`];
  const why = stopped ? ' The replay was interrupted; run it again.' : '';
  return [
    `${head} These counts do not agree:${why}`,
    ...discrepancies.map(({ what, is, shouldBe }) => `  ${what}: ${is}, should be ${shouldBe}`),
  ];
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
const pad = (n: number, width: number): string => String(n).padStart(width);
