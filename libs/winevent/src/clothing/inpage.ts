import { jsonObject, type JsonObject } from '../json-value.js';
import type { Clothing, Undressed } from './clothing.js';
import { binaryText, takeEventData } from './event-data.js';
import { eventHead } from './event-head.js';

/** Inpage's own record around an event: `{ kind: 'event', event }` or `{ kind: 'event', xml }`. */
export const inpageRecord: Clothing = {
  name: 'inpage-record',
  fits: (value) => value.get('kind') === 'event' && (value.has('event') || typeof value.get('xml') === 'string'),
  *undress(value) {
    yield { inner: value.get('xml') ?? value.get('event') };
  },
};

/** Inpage's own JSON event, whose members `readEventJson` lists. */
export const inpageEvent: Clothing = {
  name: 'inpage-event',
  fits: (value) => typeof value.get('provider') === 'string' && value.has('eventId'),
  *undress(value) {
    yield draftOf(value);
  },
};

/** An object with the whole `<Event>` in its member `xml`, whatever stands beside it (Vector with `include_xml`). */
export const xmlMember: Clothing = {
  name: 'xml-member',
  fits: (value) => /^\s*<Event[\s>]/.test(String(value.get('xml') ?? '').slice(0, 200)),
  *undress(value) {
    yield { inner: value.get('xml') };
  },
};

function draftOf(value: JsonObject): Undressed {
  const of = (name: string): unknown => value.get(name);
  const id = jsonObject(of('eventId'));
  const draft = eventHead({
    provider: of('provider'),
    eventId: id ? id.get('id') : of('eventId'),
    qualifiers: id?.get('qualifiers') ?? of('qualifiers'),
    version: of('version'),
    level: of('level'),
    channel: of('channel'),
    computer: of('computer'),
    recordId: of('recordId'),
    timeCreated: of('timeCreated'),
  });
  const fault = takeEventData(draft, of('data'));
  draft.binary = binaryText(of('binary')) ?? draft.binary;
  return fault ? { fault } : { draft };
}
