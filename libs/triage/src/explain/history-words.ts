import { ntStatus } from '@inpage/codes';
import { formatHex32 } from '@inpage/core';
import { UNCLEAN_SHUTDOWN } from '../decode/stop-family.js';
import type { CrashFacts } from '../verdict.js';
import type { DriverChange, KinStop } from '../witnesses.js';
import { howManyDays, inWords, ordinal } from './amounts.js';
import { enumerate, tidy } from './names.js';

/** A version that was not known before is news about our knowledge, not about the driver; so is one that is not known now. */
export function changeText({ driver, from, to, daysBefore }: DriverChange): string {
  const versions = [from && ` from ${tidy(from, 32)}`, to && ` to ${tidy(to, 32)}`].filter(Boolean).join('');
  return `${tidy(driver, 32)} changed${versions} ${howManyDays(daysBefore)} before`;
}

/** As many as a sentence can carry. */
const MOST = 3;

function changes({ driverChanges = [] }: CrashFacts): string | undefined {
  const past = driverChanges
    .filter(({ daysBefore }) => daysBefore >= 0)
    .toSorted((a, b) => a.daysBefore - b.daysBefore);
  if (past.length === 0) return undefined;
  const more = past.length > MOST ? [`${inWords(past.length - MOST)} more in the same month`] : [];
  return `The driver ${enumerate([...past.slice(0, MOST).map(changeText), ...more])}.`;
}

const span = (stops: readonly KinStop[]): string => {
  const days = howManyDays(Math.max(...stops.map(({ daysBefore }) => daysBefore)));
  return days.startsWith('less') || days.startsWith('a ') ? `within ${days}` : `in ${days}`;
};

function status(stops: readonly KinStop[], { decode }: CrashFacts): string {
  if (decode.status === undefined || stops.some((stop) => stop.decode.status === undefined)) return '';
  return stops.every((stop) => stop.decode.status === decode.status)
    ? `, ${stops.length > 1 ? 'each time ' : ''}with the same status`
    : stops.length > 1
      ? ', not always with the same status'
      : ', then with another status';
}

/** Stops of the same family before this one: of this disk where that is known, else of the machine. */
function sameBefore(facts: CrashFacts): string | undefined {
  const { kin = [], decode } = facts;
  const alike = kin.filter((stop) => stop.daysBefore >= 0 && stop.decode.family === decode.family);
  const ours = alike.filter(({ disk }) => disk === 'this-disk');
  const [stops, whose] =
    ours.length > 0 ? [ours, 'this disk'] : [alike.filter(({ disk }) => disk !== 'another-disk'), 'this machine'];
  if (stops.length === 0) return undefined;
  return `It is the ${ordinal(stops.length + 1)} such stop of ${whose} ${span(stops)}${status(stops, facts)}.`;
}

/** The same stop over other disks of this machine: what they share is to blame rather than one of them. */
function sameOverOtherDisks({ kin = [], decode }: CrashFacts): string | undefined {
  const stops = kin.filter(
    (stop) => stop.daysBefore >= 0 && stop.disk === 'another-disk' && stop.decode.family === decode.family,
  );
  if (stops.length === 0) return undefined;
  const times = stops.length === 1 ? 'once' : `${inWords(stops.length)} times`;
  return `The machine stopped like this ${times} ${span(stops).replace(/^in /, 'in the ')} before over another disk.`;
}

function sameSince({ kin = [], decode }: CrashFacts): string | undefined {
  const since = kin.filter(
    (stop) => stop.daysBefore < 0 && stop.decode.family === decode.family && stop.disk !== 'another-disk',
  );
  return since.length === 0
    ? undefined
    : `Since then it has stopped like this ${since.length === 1 ? 'once' : `${inWords(since.length)} times`} more.`;
}

const calledOf = ({ decode }: KinStop): string => {
  if (decode.family === UNCLEAN_SHUTDOWN) return 'one that left no bugcheck';
  const status = decode.status === undefined ? '' : ` with ${ntStatus(decode.status).name}`;
  return `${tidy(decode.name)} (${formatHex32(decode.code)})${status}`;
};

/** Names of stops, each once; what is too much for a sentence is counted. */
function called(stops: readonly KinStop[]): string {
  const names = [...new Set(stops.map(calledOf))];
  const more = names.length > MOST ? [`${inWords(names.length - MOST)} more`] : [];
  return enumerate([...names.slice(0, MOST), ...more]);
}

/** Stops of another kind may tell the same story: of this disk where that is known, else of the machine. */
function others({ kin = [], decode }: CrashFacts): string | undefined {
  const before = kin.filter((stop) => stop.daysBefore >= 0 && stop.decode.family !== decode.family);
  const ours = before.filter(({ disk }) => disk === 'this-disk');
  const stops = ours.length > 0 ? ours : before.filter(({ disk }) => disk !== 'another-disk');
  if (stops.length === 0) return undefined;
  const farthest = Math.max(...stops.map(({ daysBefore }) => daysBefore));
  const when =
    stops.length === 1 ? `${howManyDays(farthest)} before` : `in the ${howManyDays(Math.max(2, farthest))} before`;
  return ours.length > 0
    ? `The same disk was in a stop of another kind ${when}: ${called(stops)}.`
    : `The machine also stopped with ${called(stops)} ${when}.`;
}

/** What the machine and the disk did before: stops of the same kind, stops of another kind, drivers that changed. */
export const historySentences = (facts: CrashFacts): readonly string[] =>
  [sameBefore(facts), sameOverOtherDisks(facts), sameSince(facts), others(facts), changes(facts)].filter(
    (sentence) => sentence !== undefined,
  );
