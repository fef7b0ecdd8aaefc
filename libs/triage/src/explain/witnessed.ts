import type { CauseClass } from '@inpage/codes';
import type { CrashFacts } from '../verdict.js';
import { howLong, howManyDays } from './amounts.js';
import { badBlocks, failureForetold, othersInTrouble, poolPercent, silence, suspectChange } from './clues.js';
import { tidy, type Judged } from './names.js';

type Word = (facts: CrashFacts, cause: CauseClass) => string | undefined;

const HARDWARE: ReadonlySet<CauseClass> = new Set(['media', 'link', 'device-gone', 'controller']);
/** The way to a disk rather than the disk. */
const WAY: ReadonlySet<CauseClass> = new Set(['link', 'device-gone', 'controller']);

const foretold: Word = (facts, cause) => {
  const event = failureForetold(facts);
  if (event === undefined) return undefined;
  const when = `${howLong(event.secondsBefore)} before`;
  if (cause === 'media') return `Its failure was announced ${when}.`;
  return HARDWARE.has(cause)
    ? `But the failure of the disk was announced ${when}, so the disk itself is the first to suspect.`
    : `Whatever stopped the machine, the failure of its disk was announced ${when}.`;
};

const blocks: Word = (facts, cause) =>
  WAY.has(cause) && badBlocks(facts) > 0
    ? 'But the disk reported bad blocks before the stop, so it may be the disk rather than the way to it.'
    : undefined;

const shared: Word = (facts, cause) =>
  HARDWARE.has(cause) && othersInTrouble(facts)
    ? 'Another disk of the machine was in trouble in the same hour, which speaks for something that they share: the controller, its driver or the power.'
    : undefined;

const silent: Word = (facts, cause) => {
  if (!WAY.has(cause) && cause !== 'virtual' && cause !== 'unknown') return undefined;
  const { oldestMs } = silence(facts) ?? {};
  return oldestMs === undefined
    ? undefined
    : `Requests that waited for ${howLong(oldestMs / 1000)} mean that something fell silent rather than gave wrong answers.`;
};

/** A change explains neither bad blocks nor RAM. */
const BY_CHANGE: ReadonlySet<CauseClass> = new Set([
  'link',
  'device-gone',
  'controller',
  'resources',
  'virtual',
  'software',
  'unknown',
]);
const changed: Word = (facts, cause) => {
  const change = BY_CHANGE.has(cause) ? suspectChange(facts) : undefined;
  return (
    change &&
    `The driver ${tidy(change.driver, 32)} changed ${howManyDays(change.daysBefore)} before, and no such stop is known from the time before that, so the new version is a suspect too.`
  );
};

/** From here on the pool is used up; below the second number it is not what ran out. Ours. */
const USED_UP = 90;
const NOT_USED_UP = 50;

const pool: Word = (facts, cause) => {
  const percent = cause === 'resources' ? poolPercent(facts) : undefined;
  if (percent === undefined) return undefined;
  if (percent >= USED_UP) return `The dump agrees: ${percent} % of nonpaged pool was in use.`;
  return percent < NOT_USED_UP
    ? `But the dump shows only ${percent} % of nonpaged pool in use, so it was another resource that ran out.`
    : undefined;
};

/** Two are enough: what else was seen stands in "what happened". */
const MOST = 2;

/** What the event log, the dump and the history change about who is suspected, most telling first. */
export const witnessed = ({ facts, cause }: Judged): readonly string[] =>
  [foretold, blocks, shared, pool, changed, silent]
    .map((word) => word(facts, cause))
    .filter((sentence) => sentence !== undefined)
    .slice(0, MOST);
