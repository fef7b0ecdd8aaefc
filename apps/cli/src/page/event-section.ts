import type { rest } from '@inpage/contracts';
import { moment, span } from './amounts.js';
import type { Paper } from './paper.js';

/** More than fit a window help nobody; those nearest to the stop tell most. */
const MOST_LINES = 20;
/** `23 h 59 min before` and a blank. */
const WHEN_COLUMNS = 16;

/** What the disks did around the stop. */
export function leadUp(paper: Paper, events: readonly rest.AnalysisEvent[]): void {
  if (events.length === 0) return;
  paper.heading('Around the stop');
  const byDistance = [...events].sort((a, b) => Math.abs(a.secondsBefore ?? 0) - Math.abs(b.secondsBefore ?? 0));
  const nearest = new Set(byDistance.slice(0, MOST_LINES));
  for (const event of events.filter((one) => nearest.has(one))) {
    paper.field(whenOf(event), `${nameOf(event)}: ${event.says}${WHOSE[event.disk]}`, undefined, WHEN_COLUMNS);
  }
  leftOut(paper, events.length);
}

/** Those that no stop goes with. */
export function storageEvents(paper: Paper, events: readonly rest.AnalysisEvent[], hasStops: boolean): void {
  paper.heading(hasStops ? 'Storage events at other times' : 'Storage events');
  const computers = new Set(events.map(({ computer }) => computer));
  for (const event of events.slice(-MOST_LINES)) {
    const whose = computers.size > 1 ? `, ${event.computer ?? 'no computer named'}` : '';
    paper.item(`${moment(event.at)}${whose}: ${nameOf(event)}: ${event.says}`);
  }
  leftOut(paper, events.length);
}

const nameOf = ({ provider, eventId }: rest.AnalysisEvent): string => `${provider} ${eventId}`;

const WHOSE: Record<rest.AnalysisEvent['disk'], string> = {
  'this-disk': ' This is the disk of the stop.',
  'another-disk': ' This is another disk.',
  'unknown-disk': '',
};

const whenOf = ({ secondsBefore }: rest.AnalysisEvent): string => {
  if (secondsBefore === null) return '';
  return secondsBefore >= 0 ? `${span(secondsBefore)} before` : `${span(-secondsBefore)} after`;
};

function leftOut(paper: Paper, count: number): void {
  if (count > MOST_LINES) paper.note(`${count - MOST_LINES} more are in the answer of --json.`);
}
