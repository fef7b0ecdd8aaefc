import { NtStatus, ntStatus } from '@inpage/codes';
import type { CrashFacts } from '../verdict.js';
import type { LeadUpEvent, WhichDisk } from '../witnesses.js';
import { howLong, inWords } from './amounts.js';
import { healthReport, troubleAfter, troubleBefore } from './clues.js';
import { countEvents, nounOf } from './event-words.js';
import { cleanHealth, healthFaults } from './health-words.js';
import { asSentence, enumerate, speaksOfStorage } from './names.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Names of the time before a stop, shortest first. */
const SPANS = [
  [MINUTE, 'minute'],
  [10 * MINUTE, 'ten minutes'],
  [HOUR, 'hour'],
  [DAY, 'day'],
] as const;

const spanOf = (seconds: number): string =>
  SPANS.find(([length]) => seconds <= length)?.[1] ?? `${inWords(Math.ceil(seconds / DAY))} days`;

const of = (events: readonly LeadUpEvent[], which: WhichDisk): readonly LeadUpEvent[] =>
  events.filter(({ disk }) => disk === which);

const secondsOf = (events: readonly LeadUpEvent[]): readonly number[] => events.map((one) => one.secondsBefore);

/** Within a second: one blow, told by when it came. */
const isOneBlow = (events: readonly LeadUpEvent[]): boolean =>
  Math.max(...secondsOf(events)) - Math.min(...secondsOf(events)) < 1;

const when = (seconds: number): string =>
  seconds < 1 ? 'at the moment of the stop' : `${howLong(seconds)} before the stop`;

/** The time of a blow, or the span that holds them all. */
const inWhichTime = (events: readonly LeadUpEvent[]): string =>
  isOneBlow(events)
    ? when(Math.min(...secondsOf(events)))
    : `in the ${spanOf(Math.max(...secondsOf(events)))} before the stop`;

/** How they pressed towards the stop, which the sentence has named before. */
function nearness(events: readonly LeadUpEvent[]): string {
  if (isOneBlow(events)) return '';
  const [first, last] = [Math.max(...secondsOf(events)), Math.min(...secondsOf(events))];
  if (first <= HOUR) return `; the first came ${howLong(first)} before it, the last ${howLong(last)}`;
  const near = events.filter(({ secondsBefore }) => secondsBefore <= HOUR).length;
  return near === 0
    ? `; the last came ${howLong(last)} before it`
    : `; ${near === events.length ? 'all' : inWords(near)} of them came in the last hour, the last ${howLong(last)} before it`;
}

const what = (events: readonly LeadUpEvent[]): string => enumerate(countEvents(events.map(({ event }) => event)));

/** Disks by number, where a few are named. */
function named(events: readonly LeadUpEvent[]): string | undefined {
  const numbers = [...new Set(events.map(({ event }) => event.diskNumber))].filter((number) => number !== undefined);
  if (numbers.length === 0 || numbers.length > 3) return undefined;
  return `${numbers.length === 1 ? 'disk' : 'disks'} ${enumerate(numbers.sort((a, b) => a - b).map(String))}`;
}

/** All that name a place name the same one: a defect, and no bad luck. */
function samePlace(events: readonly LeadUpEvent[]): string | undefined {
  const places = events.map(({ event }) => event.lba).filter((lba) => lba !== undefined);
  const isOne = places.length > 1 && new Set(places).size === 1;
  return isOne
    ? `${places.length === 2 ? 'Both' : `All ${inWords(places.length)}`} that name a place name the same one, LBA ${places[0]}.`
    : undefined;
}

const thisDisk = (events: readonly LeadUpEvent[]): string | undefined =>
  events.length === 0
    ? undefined
    : `${inWhichTime(events)}, Windows logged ${what(events)} for this disk${nearness(events)}.`;

/** Adapters and numbers are told, so that the technician can settle what we cannot. */
function unknownDisk(events: readonly LeadUpEvent[], facts: CrashFacts, isFirst: boolean): string | undefined {
  if (events.length === 0) return undefined;
  const whom = named(events);
  const logged = isFirst
    ? `${inWhichTime(events)}, Windows logged ${what(events)}`
    : `${asSentence(inWhichTime(events))} it also logged ${what(events)}`;
  const onAdapter = events.every(({ event }) => event.diskNumber === undefined && event.portNumber !== undefined);
  const who = events.length === 1 ? 'it is' : 'they are';
  const doubt = facts.disk === undefined ? '' : `. Whether ${who} about this disk is not known`;
  const target = whom === undefined ? (onAdapter ? ' for the adapter, without naming a disk' : '') : ` for ${whom}`;
  return `${logged}${target}${nearness(events)}${doubt}.`;
}

function anotherDisk(events: readonly LeadUpEvent[]): string | undefined {
  if (events.length === 0) return undefined;
  const whom = named(events);
  return `Another disk of the machine${whom === undefined ? '' : ` (${whom})`} had ${what(events)} ${inWhichTime(events)}${nearness(events)}.`;
}

/** Failed requests near the stop carry the status that the stop should have: Windows logs them on the same way. */
function finalStatus(events: readonly LeadUpEvent[], facts: CrashFacts): string | undefined {
  const last = events.findLast(
    ({ event, secondsBefore }) => event.status !== undefined && secondsBefore <= 10 * MINUTE,
  );
  if (last === undefined) return undefined;
  const which = events.length === 1 ? 'It' : `The last ${nounOf(last.event.kind)}`;
  if (facts.decode.statusNotRecorded)
    return `${which} ended with ${ntStatus(NtStatus(last.event.status!)).name}, which the record of the stop left out.`;
  return facts.decode.status === last.event.status ? `${which} ended with the same status as this stop.` : undefined;
}

function afterwards(facts: CrashFacts): string | undefined {
  const events = troubleAfter(facts).filter(({ disk }) => disk !== 'another-disk');
  if (events.length === 0) return undefined;
  const ours = events.every(({ disk }) => disk === 'this-disk') ? ' for this disk' : '';
  return `After the stop Windows logged ${what(events)}${ours}.`;
}

function health(facts: CrashFacts): string | undefined {
  const report = healthReport(facts);
  if (report === undefined) return undefined;
  const when = `${howLong(report.secondsBefore)} ${report.secondsBefore < 0 ? 'after' : 'before'} the stop`;
  const faults = healthFaults(report.event);
  const says = faults.length > 0 ? `: ${enumerate(faults)}` : ` that all is well: ${cleanHealth(report.event)}`;
  return `The disk itself reported ${when}${says}.`;
}

function nothing(facts: CrashFacts): string | undefined {
  if (facts.leadUp === undefined || !speaksOfStorage(facts)) return undefined;
  return 'Among the events that we have of this machine, none from the days before the stop tells of trouble with a disk.';
}

/**
 * What the event log shows around the stop: counts of the events that speak of trouble, by disk, with how near they came; then
 * what the disk says of itself. Nothing when the log was not seen, or when the stop is not about storage and there is nothing to tell.
 */
export function leadUpSentences(facts: CrashFacts): readonly string[] {
  const before = troubleBefore(facts);
  const [ours, unknown] = [of(before, 'this-disk'), of(before, 'unknown-disk')];
  const report = health(facts);
  const sentences = [
    thisDisk(ours),
    samePlace(ours),
    finalStatus(ours, facts),
    unknownDisk(unknown, facts, ours.length === 0),
    ours.length === 0 ? finalStatus(unknown, facts) : undefined,
    anotherDisk(of(before, 'another-disk')),
    before.length === 0 && report === undefined ? nothing(facts) : undefined,
    afterwards(facts),
    report,
  ];
  return sentences.filter((sentence) => sentence !== undefined).map(asSentence);
}
