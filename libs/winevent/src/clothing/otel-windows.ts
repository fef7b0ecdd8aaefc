import { jsonObject, type JsonObject } from '../json-value.js';
import type { Clothing, Undressed } from './clothing.js';
import { dropMadeUpNames, takeEventData } from './event-data.js';
import { eventHead } from './event-head.js';
import { recoverFromMessage } from './lost-data.js';
import { restoreNames } from './lost-names.js';

/**
 * The body map of OpenTelemetry's Windows Event Log receiver, in all four shapes that `event_data` had: a list of texts, a map
 * of named values only (which loses the values that have no name, and `<Binary>`), `{ data: [{ name: value }], binary }`, and
 * now one flat map with `Data1`, `Data2`, … and `binary`.
 * Source: https://github.com/open-telemetry/opentelemetry-collector-contrib, pkg/stanza/operator/input/windows/xml.go and
 * pull requests 20882, 28587, 46034
 */
export const otelWindows: Clothing = {
  name: 'otel-windows',
  fits: (value) => value.has('event_id') && jsonObject(value.get('provider')) !== undefined,
  *undress(value) {
    yield draftOf(value);
  },
};

function draftOf(value: JsonObject): Undressed {
  const id = jsonObject(value.get('event_id'));
  const draft = eventHead({
    provider: jsonObject(value.get('provider'))?.get('name'),
    eventId: id ? id.get('id') : value.get('event_id'),
    qualifiers: id?.get('qualifiers'),
    version: value.get('version'),
    level: value.get('level'),
    channel: value.get('channel'),
    computer: value.get('computer'),
    recordId: value.get('record_id'),
    timeCreated: value.get('system_time'),
  });
  const fault = takeEventData(draft, value.get('event_data') ?? value.get('user_data'));
  if (fault) return { fault };
  dropMadeUpNames(draft, 'Data');
  restoreNames(draft);
  recoverFromMessage(draft, value.get('message'));
  return { draft };
}
