import type { JsonObject } from '../json-value.js';
import type { Clothing, Undressed } from './clothing.js';
import { dropMadeUpNames, takeEventData } from './event-data.js';
import { eventHead } from './event-head.js';
import { takeBinaryOutOfValues } from './lost-binary.js';
import { recoverFromMessage } from './lost-data.js';
import { restoreNames } from './lost-names.js';

/**
 * Fluent Bit's winevtlog: flat members, values in `StringInserts` without names and with `<Binary>` among them, or in
 * `EventData` as a map since `event_data_as_map`. Times are local with their offset, in whole seconds.
 * Source: https://github.com/fluent/fluent-bit, plugins/in_winevtlog/pack.c
 */
export const fluentBit: Clothing = {
  name: 'fluent-bit',
  fits: (value) => typeof value.get('ProviderName') === 'string' && value.has('EventID'),
  *undress(value) {
    yield draftOf(value);
  },
};

/** The same with `render_event_as_xml`: the event's XML in `System`. */
export const fluentBitXml: Clothing = {
  name: 'fluent-bit-xml',
  fits: (value) => /^\s*<Event[\s>]/.test(String(value.get('System') ?? '').slice(0, 200)),
  *undress(value) {
    yield { inner: value.get('System') };
  },
};

function draftOf(value: JsonObject): Undressed {
  const draft = eventHead({
    provider: value.get('ProviderName'),
    eventId: value.get('EventID'),
    qualifiers: value.get('Qualifiers'),
    version: value.get('Version'),
    level: value.get('Level'),
    channel: value.get('Channel'),
    computer: value.get('Computer'),
    recordId: value.get('EventRecordID'),
    timeCreated: value.get('TimeCreated'),
  });
  const fault = takeEventData(draft, value.get('EventData') ?? value.get('StringInserts'));
  if (fault) return { fault };
  if (!value.get('ProviderGuid')) dropMadeUpNames(draft, 'param');
  takeBinaryOutOfValues(draft);
  restoreNames(draft);
  recoverFromMessage(draft, value.get('Message'));
  return { draft };
}
