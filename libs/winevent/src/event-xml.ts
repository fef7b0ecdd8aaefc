import type { Result } from '@inpage/core';
import { judgeDraft } from './event-draft.js';
import { fault, type EventFault } from './event-fault.js';
import { XmlEventCollector } from './xml-event-collector.js';
import { XmlScanner } from './xml-scanner.js';
import type { WindowsEvent } from './windows-event.js';

/** One event of a text, or what is wrong at its place. `start` and `end` bound its part of the text. */
export type EventSlice = Result<WindowsEvent, EventFault> & { readonly start: number; readonly end: number };

/** Event, its section, the element and what UserData nests below it; real events stay under seven. */
const DEEPEST = 16;
/** Event Viewer's tree view leaves a `-` before every element when it is copied. */
const FILLING = /^[\s-]*$/;

/**
 * Reads every event of a text: events one after the other without a root, as `wevtutil qe System /f:xml` prints them, or
 * inside `<Events>`. A bad event is one faulty slice and the reading goes on behind it. A document type declaration ends it.
 */
export function* splitEvents(text: string): Generator<EventSlice, void, undefined> {
  const scanner = new XmlScanner(text);
  let wrappers = 0;
  for (;;) {
    const token = scanner.next();
    if (token === 'end') break;
    if (token === 'open' && scanner.name === 'Event') yield readEvent(scanner);
    else if (token === 'open' && scanner.name === 'Events') wrappers += scanner.selfClosing ? 0 : 1;
    else if (token === 'close' && scanner.name === 'Events' && wrappers > 0) wrappers--;
    else if (token !== 'text' || !FILLING.test(scanner.text())) {
      yield strayAt(scanner, token === 'fault');
      if (token === 'fault' && scanner.faultCode === 'dtd-refused') return;
    }
  }
  if (wrappers > 0) yield slice(fault('xml-unclosed', '<Events> is not closed', text.length), text.length, text.length);
}

/** Reads a text that holds one event. */
export function readEventXml(text: string): Result<WindowsEvent, EventFault> {
  const slices = splitEvents(text);
  const first = slices.next();
  if (first.done) return fault('not-an-event', 'there is no <Event> in the text', 0);
  const second = slices.next();
  if (second.done) return first.value;
  if (!first.value.ok) return first.value;
  if (!second.value.ok) return second.value;
  return fault('events-too-many', 'there is more than one <Event> in the text', second.value.start);
}

/** Reads on from the `open` of an event to its end. */
function readEvent(scanner: XmlScanner): EventSlice {
  const start = scanner.start;
  const collector = new XmlEventCollector();
  const path: string[] = [];
  let token: ReturnType<XmlScanner['next']> = 'open';
  for (;;) {
    if (token === 'open') {
      if (path.length > 0 && scanner.name === 'Event') return cutByNext(scanner, start);
      if (path.length >= DEEPEST) return leave(scanner, start, fault('xml-too-deep', 'too deep', scanner.start));
      path.push(scanner.name);
      collector.open(path.length, scanner);
    } else if (token === 'text') collector.text(path.length, scanner);
    else if (token === 'fault') return leave(scanner, start, scannerFault(scanner));
    else if (token === 'end')
      return slice(fault('xml-unclosed', 'the event is not closed', scanner.start), start, scanner.start);
    else if (path.at(-1) !== scanner.name) return leave(scanner, start, unmatched(scanner));
    if (token === 'close' || (token === 'open' && scanner.selfClosing)) {
      collector.close(path.length);
      path.pop();
    }
    if (path.length === 0) return slice(at(judgeDraft(collector.draft), start), start, scanner.position);
    token = scanner.next();
  }
}

function strayAt(scanner: XmlScanner, isFault: boolean): EventSlice {
  const start = scanner.start;
  const error = isFault
    ? scannerFault(scanner)
    : fault('not-an-event', 'something other than <Event> stands here', start);
  if (!error.ok && error.error.code === 'dtd-refused') scanner.position = scanner.source.length;
  else scanner.resync(false);
  return slice(error, start, scanner.position);
}

/** The event ends where the next one begins; that one is read next. */
function cutByNext(scanner: XmlScanner, start: number): EventSlice {
  scanner.position = scanner.start;
  return slice(
    fault('xml-unclosed', 'the next event begins before this one is closed', scanner.start),
    start,
    scanner.start,
  );
}

function leave(scanner: XmlScanner, start: number, error: Result<never, EventFault>): EventSlice {
  scanner.resync(true);
  return slice(error, start, scanner.position);
}

const unmatched = (scanner: XmlScanner): Result<never, EventFault> =>
  fault('xml-malformed', 'a closing tag does not match the element that is open', scanner.start);
const scannerFault = (scanner: XmlScanner): Result<never, EventFault> =>
  fault(scanner.faultCode, scanner.faultDetail, scanner.start);
const at = (result: Result<WindowsEvent, EventFault>, offset: number): Result<WindowsEvent, EventFault> =>
  result.ok ? result : fault(result.error.code, result.error.detail, offset);
const slice = (result: Result<WindowsEvent, EventFault>, start: number, end: number): EventSlice => ({
  ...result,
  start,
  end,
});
