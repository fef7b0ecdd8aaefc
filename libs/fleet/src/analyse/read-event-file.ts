import { JsonObject, type JsonValue, readEvents, readJsonValues, splitEvents } from '@inpage/winevent';
import { isOurs, validateRecord } from '../receive/validate-record.js';
import type { Findings } from './findings.js';
import { listElements } from './list-elements.js';
import { takeEvent, takeRecord } from './take-record.js';

/** The first element of an event file. Event Viewer puts it behind the event's text when "details" are copied. */
const EVENT_XML = /<Events?[\s>]/;
const JSON_TEXT = /^[\s\uFEFF]*[{[]/;

/** Pauses between one event and the next, for whoever must not work for long at a time. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** The reader that a text of events needs; `undefined` for a text that has none. */
export function eventReader(text: string): ((findings: Findings) => Steps<void>) | undefined {
  if (JSON_TEXT.test(text)) return (findings) => readJson(text, findings);
  const from = text.search(EVENT_XML);
  return from < 0 ? undefined : (findings) => readXml(text.slice(from), findings);
}

/** What stands between and behind the events is no fault: a copy from Event Viewer has prose around them. */
function* readXml(text: string, findings: Findings): Steps<void> {
  for (const event of splitEvents(text)) {
    const number = findings.next();
    if (number === undefined) return;
    if (event.ok) takeEvent(findings, event.value, `event ${number}`);
    else if (event.error.code === 'not-an-event') findings.seen--;
    else findings.fault(`event ${number}`, event.error.detail);
    yield;
  }
}

function* readJson(text: string, findings: Findings): Steps<void> {
  for (const part of listElements(text)) {
    for (const value of readJsonValues(part.text)) {
      if (findings.isFull()) return;
      if (value.ok) yield* readValue(value.value, findings);
      else findings.fault(`character ${part.at + (value.error.offset ?? 0) + 1}`, value.error.detail);
      yield;
    }
  }
}

/** Lists are as deep as the reader of JSON lets them be. */
function* readValue(value: JsonValue, findings: Findings): Steps<void> {
  if (Array.isArray(value)) {
    for (const one of value as readonly JsonValue[]) {
      if (findings.isFull()) return;
      yield* readValue(one, findings);
    }
    return;
  }
  if (value instanceof JsonObject && isOurs({ kind: value.get('kind') })) return readOwn(value, findings);
  for (const event of readEvents(value)) {
    const number = findings.next();
    if (number === undefined) return;
    if (event.ok) takeEvent(findings, event.value, `event ${number}`);
    else findings.fault(`event ${number}`, event.error.detail);
    yield;
  }
}

function readOwn(value: JsonObject, findings: Findings): void {
  const number = findings.next();
  if (number === undefined) return;
  const record = validateRecord(plain(value));
  if (record.ok) takeRecord(findings, record.value, `record ${number}`);
  else findings.fault(`record ${number}`, record.error.detail);
}

/** As JSON.parse has it: of equal names the last, of large numbers what a double holds. The contract has texts for those. */
function plain(value: JsonValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof JsonObject)
    return Object.fromEntries(value.entries.map(([name, one]) => [name, plain(one as JsonValue)]));
  return Array.isArray(value) ? (value as readonly JsonValue[]).map(plain) : value;
}
