import { jsonList, jsonObject, type JsonObject } from '../json-value.js';
import type { Clothing, Undressed } from './clothing.js';
import { takeEventData } from './event-data.js';
import { eventHead } from './event-head.js';
import { recoverFromMessage } from './lost-data.js';

/** A Loki push: `{ streams: [{ stream, values: [[time, line], …] }] }`. A line is looked at as whatever it is. */
export const lokiPush: Clothing = {
  name: 'loki-push',
  fits: (value) => Array.isArray(value.get('streams')),
  *undress(value) {
    for (const stream of jsonList(value.get('streams'))) {
      for (const entry of jsonList(jsonObject(stream)?.get('values'))) yield { inner: jsonList(entry)[1] };
    }
  },
};

/**
 * A line of Grafana Alloy's loki.source.windowsevent (and Promtail's): JSON with the inner XML of `<EventData>` as a text. The
 * time of the Loki entry may be that of the reading, so `timeCreated` counts.
 * Source: https://github.com/grafana/alloy, internal/component/loki/source/windowsevent/format.go
 */
export const alloyLine: Clothing = {
  name: 'alloy-line',
  fits: (value) => typeof value.get('source') === 'string' && value.has('event_id') && value.has('timeCreated'),
  *undress(value) {
    yield draftOf(value);
  },
};

function draftOf(value: JsonObject): Undressed {
  const draft = eventHead({
    provider: value.get('source'),
    eventId: value.get('event_id'),
    version: value.get('version'),
    level: value.get('level'),
    channel: value.get('channel'),
    computer: value.get('computer'),
    recordId: value.get('eventRecordID'),
    timeCreated: value.get('timeCreated'),
  });
  const fault = takeEventData(draft, value.get('event_data') || value.get('user_data'));
  if (fault) return { fault };
  recoverFromMessage(draft, value.get('message'));
  return { draft };
}
