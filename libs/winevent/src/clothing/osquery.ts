import { jsonList, jsonObject, type JsonObject } from '../json-value.js';
import { readJsonValues } from '../json-reader.js';
import type { Clothing, Undressed } from './clothing.js';
import { takeEventData } from './event-data.js';
import { eventHead } from './event-head.js';
import { restoreNames } from './lost-names.js';

/** The body that osquery's TLS logger posts: `{ node_key, log_type, data: [result, …] }`. */
export const osqueryLog: Clothing = {
  name: 'osquery-log',
  fits: (value) => typeof value.get('log_type') === 'string' && Array.isArray(value.get('data')),
  *undress(value) {
    for (const inner of jsonList(value.get('data'))) yield { inner };
  },
};

/** One result of a scheduled query: one row (`columns`), a `snapshot`, or `diffResults`. Rows that went away are no events. */
export const osqueryResult: Clothing = {
  name: 'osquery-result',
  fits: (value) => ['columns', 'snapshot', 'diffResults'].some((name) => typeof value.get(name) === 'object'),
  *undress(value) {
    if (value.get('action') === 'removed') return;
    const added = jsonObject(value.get('diffResults'))?.get('added');
    const row = jsonObject(value.get('columns'));
    for (const inner of [...(row ? [row] : []), ...jsonList(value.get('snapshot')), ...jsonList(added)])
      yield { inner };
  },
};

/**
 * A row of `windows_eventlog` or `windows_events`. `data` is JSON in a text, in which every value without a name has the name
 * `""`. There is no record id.
 * Source: https://github.com/osquery/osquery, osquery/tables/events/windows and its tests
 */
export const osqueryRow: Clothing = {
  name: 'osquery-row',
  fits: (value) => typeof value.get('provider_name') === 'string' && value.has('eventid'),
  *undress(value) {
    yield draftOf(value);
  },
};

function draftOf(value: JsonObject): Undressed {
  const draft = eventHead({
    provider: value.get('provider_name'),
    eventId: value.get('eventid'),
    level: value.get('level'),
    channel: value.get('channel') ?? value.get('source'),
    computer: value.get('computer_name'),
    timeCreated: value.get('datetime'),
  });
  const fault = takeEventData(draft, sectionOf(value.get('data')));
  if (fault) return { fault };
  restoreNames(draft);
  return { draft };
}

/** `{"EventData": {…}}` or `{"UserData": {…}}`, in a text or, where a forwarder unpacked it, as it is. */
function sectionOf(data: unknown): unknown {
  const first = typeof data === 'string' ? readJsonValues(data).next().value : undefined;
  const whole = jsonObject(first ? (first.ok ? first.value : undefined) : data);
  return whole?.get('EventData') ?? whole?.get('UserData') ?? undefined;
}
