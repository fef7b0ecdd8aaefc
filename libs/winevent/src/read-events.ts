import type { Result } from '@inpage/core';
import { CLOTHINGS } from './clothing/clothings.js';
import { judgeDraft } from './event-draft.js';
import { fault, type EventFault } from './event-fault.js';
import { splitEvents } from './event-xml.js';
import { readJsonValues } from './json-reader.js';
import { jsonObject } from './json-value.js';
import type { WindowsEvent } from './windows-event.js';

/** An OTLP body with a Loki line with inner XML is four; lists count too. */
const DEEPEST = 8;
const XML = /^[\s\uFEFF]*<(?!\d)/;

/**
 * Reads the Windows events of whatever a collector sent: a text (event XML, JSON, NDJSON, concatenated JSON) or a value that
 * somebody already parsed. The shape is found out: OTLP, Winlogbeat and `_bulk`, Fluent Bit, Vector, NXLog, osquery, Splunk HEC,
 * Alloy/Loki, Inpage's own, and each inside another. What is no event is a fault in its place, and the reading goes on.
 *
 * Give it the text where there is one: JSON.parse rounds 64-bit numbers and keeps one of several equal names. The caller
 * bounds the length of the text; everything else is bounded here.
 */
export function* readEvents(source: unknown): Generator<Result<WindowsEvent, EventFault>, void, undefined> {
  yield* eventsOf(source, 0);
}

/** Whether a parsed value is dressed in a way that is known, so that `readEvents` finds more in it than that it is no event. */
export function isCollected(value: unknown): boolean {
  const object = jsonObject(value);
  return object !== undefined && CLOTHINGS.some((one) => one.fits(object));
}

function* eventsOf(value: unknown, depth: number): Generator<Result<WindowsEvent, EventFault>, void, undefined> {
  if (depth > DEEPEST) yield fault('wrapped-too-deep', `an event is wrapped more than ${DEEPEST} times`);
  else if (typeof value === 'string') yield* eventsOfText(value, depth);
  else if (Array.isArray(value)) for (const item of value) yield* eventsOf(item, depth + 1);
  else yield* undressed(value, depth);
}

function* eventsOfText(text: string, depth: number): Generator<Result<WindowsEvent, EventFault>, void, undefined> {
  if (XML.test(text)) return yield* splitEvents(text);
  for (const value of readJsonValues(text)) {
    if (!value.ok) yield value;
    else if (typeof value.value === 'string') yield fault('not-an-event', 'a text stands where an event belongs');
    else yield* eventsOf(value.value, depth + 1);
  }
}

function* undressed(value: unknown, depth: number): Generator<Result<WindowsEvent, EventFault>, void, undefined> {
  const object = jsonObject(value);
  const clothing = object && CLOTHINGS.find((one) => one.fits(object));
  if (!clothing) return yield fault('not-an-event', 'this has the shape of no event that is known');
  for (const found of clothing.undress(object)) {
    if ('draft' in found) yield judgeDraft(found.draft);
    else if ('fault' in found) yield found.fault;
    else yield* eventsOf(found.inner, depth + 1);
  }
}
