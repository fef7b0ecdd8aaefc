import { jsonObject, type JsonObject } from '../json-value.js';
import type { Clothing, Undressed } from './clothing.js';
import { takeEventData } from './event-data.js';
import { eventHead } from './event-head.js';
import { recoverFromMessage } from './lost-data.js';
import { restoreNames } from './lost-names.js';

/**
 * Vector's windows_event_log: named values in `event_data`, the others in `string_inserts`. It drops `<Binary>`, unless
 * `include_xml` puts the whole event beside.
 * Source: https://github.com/vectordotdev/vector, src/sources/windows_event_log/xml_parser.rs
 */
export const vector: Clothing = {
  name: 'vector',
  fits: (value) => typeof value.get('provider_name') === 'string' && value.has('event_id'),
  *undress(value) {
    yield draftOf(value);
  },
};

function draftOf(value: JsonObject): Undressed {
  const draft = eventHead({
    provider: value.get('provider_name'),
    eventId: value.get('event_id'),
    qualifiers: value.get('qualifiers'),
    version: value.get('version'),
    level: value.get('level_value') ?? value.get('level'),
    channel: value.get('channel'),
    computer: value.get('computer'),
    recordId: value.get('record_id'),
    timeCreated: value.get('time_created') ?? value.get('timestamp'),
  });
  const named = jsonObject(value.get('event_data'));
  const fault = takeEventData(
    draft,
    named?.entries.length ? named : (value.get('string_inserts') ?? value.get('user_data')),
  );
  if (fault) return { fault };
  restoreNames(draft);
  recoverFromMessage(draft, value.get('message'));
  return { draft };
}
