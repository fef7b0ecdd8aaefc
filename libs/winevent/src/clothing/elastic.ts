import { jsonObject, type JsonObject } from '../json-value.js';
import type { Clothing, Undressed } from './clothing.js';
import { dropMadeUpNames, takeEventData } from './event-data.js';
import { eventHead } from './event-head.js';
import { recoverFromMessage } from './lost-data.js';

const ACTIONS = new Set(['create', 'index', 'update', 'delete']);

/** The line before every document of a `_bulk` request. It says where to, and nothing about an event. */
export const bulkAction: Clothing = {
  name: 'elastic-bulk-action',
  fits: (value) =>
    value.entries.length === 1 && ACTIONS.has(value.entries[0]![0]) && jsonObject(value.entries[0]![1]) !== undefined,
  undress: () => [],
};

/**
 * A document of Winlogbeat, Elastic Agent or Logstash in ECS. Values without a name came to be `param1`, `param2`, …; those
 * names are kept only where the provider has a GUID, because a manifest may really use them. Times are cut to milliseconds.
 * Source: https://github.com/elastic/beats, winlogbeat/eventlog and winlogbeat/sys
 */
export const winlogbeat: Clothing = {
  name: 'winlogbeat',
  fits: (value) => jsonObject(value.get('winlog')) !== undefined,
  *undress(value) {
    yield draftOf(value, jsonObject(value.get('winlog'))!, (name) => jsonObject(value.get('winlog'))!.get(name));
  },
};

/** The same before ECS (Winlogbeat 5 and 6): the members of `winlog` at the top, some under older names. */
export const winlogbeat6: Clothing = {
  name: 'winlogbeat-6',
  fits: (value) => typeof value.get('source_name') === 'string' && value.has('record_number'),
  *undress(value) {
    yield draftOf(value, value, (name) => value.get(name));
  },
};

function draftOf(document: JsonObject, fields: JsonObject, of: (name: string) => unknown): Undressed {
  const draft = eventHead({
    provider: of('provider_name') ?? of('source_name'),
    eventId: of('event_id') ?? jsonObject(document.get('event'))?.get('code'),
    version: of('version'),
    level: jsonObject(document.get('log'))?.get('level') ?? of('level'),
    channel: of('channel') ?? of('log_name'),
    computer: of('computer_name'),
    recordId: of('record_id') ?? of('record_number'),
    timeCreated: of('time_created') ?? document.get('@timestamp'),
  });
  const fault = takeEventData(draft, of('event_data') ?? of('user_data'));
  if (fault) return { fault };
  if (!fields.has('provider_guid') || fields.get('provider_guid') === '') dropMadeUpNames(draft, 'param');
  recoverFromMessage(draft, document.get('message'));
  return { draft };
}
