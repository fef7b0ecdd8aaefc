import type { rest } from '@inpage/contracts';
import { moment, size } from './amounts.js';
import { storageEvents } from './event-section.js';
import { Paper, type PaperSettings } from './paper.js';
import { stopPage } from './stop-page.js';

export interface PageSettings extends PaperSettings {
  /** Tells of every stop in full. */
  readonly all: boolean;
}

/** The answer as a technician reads it: what it is, each stop from verdict to evidence, and what is not known. */
export function renderAnalysis(analysis: rest.Analysis, settings: PageSettings): string {
  const paper = new Paper(settings);
  head(paper, analysis);
  const inFull = settings.all ? analysis.stops : foremost(analysis.stops);
  for (const stop of inFull) stopPage(paper, stop);
  otherStops(
    paper,
    analysis.stops.filter((stop) => !inFull.includes(stop)),
  );
  if (analysis.events.length > 0) storageEvents(paper, analysis.events, analysis.stops.length > 0);
  list(
    paper,
    'Could not be read',
    analysis.faults.map(({ where, detail }) => `${where}: ${detail}`),
  );
  list(paper, 'Not known', analysis.notKnown);
  return paper.text;
}

function head(paper: Paper, { input, stops, events }: rest.Analysis): void {
  paper.title(`${input.name ?? 'Standard input'}, ${size(input.bytes)}`);
  paper.prose(input.says);
  if (stops.length === 0) {
    paper.prose(
      events.length === 0 ? 'Nothing in it tells of a stop.' : 'It has storage events, but tells of no stop.',
      'bold',
    );
  }
  if (stops.length > 1) paper.prose(`It tells of ${stops.length} stops.`);
}

/** The newest whose cause can be told; a power cut after it must not hide it. */
function foremost(stops: rest.Analysis['stops']): rest.Analysis['stops'] {
  const one = stops.find(({ verdict }) => verdict.cause !== 'unknown') ?? stops[0];
  return one === undefined ? [] : [one];
}

function otherStops(paper: Paper, stops: readonly rest.AnalysedStop[]): void {
  if (stops.length === 0) return;
  paper.heading('The other stops');
  for (const { stoppedAt, computer, title, verdict } of stops) {
    const when = stoppedAt === null ? '' : `${moment(stoppedAt)}: `;
    paper.item(`${when}${title}${computer === null ? '' : `, ${computer}`}; cause ${verdict.cause}`);
  }
  paper.note('--all tells of each in full.');
}

function list(paper: Paper, title: string, items: readonly string[]): void {
  if (items.length > 0) paper.heading(title);
  for (const item of items) paper.item(item);
}
