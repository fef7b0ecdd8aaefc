import type { Result } from '@inpage/core';
import type { EventDraft } from '../event-draft.js';
import { EVENT_LIMITS, fault, type EventFault } from '../event-fault.js';
import { JsonObject, jsonObject, jsonText } from '../json-value.js';
import { readDataFragment } from './data-fragment.js';

const DEEPEST = 8;

type Wrong = Result<never, EventFault> | undefined;

/**
 * Takes the event's own data in any of the forms that collectors give it: a list of texts, a list of one-entry maps, a map of
 * names (`""` is no name, and may repeat), `{ data: […], binary }`, or the inner XML of `<EventData>`. `Binary` in a map is
 * `<Binary>`. A number that was rounded on its way is refused.
 */
export function takeEventData(draft: EventDraft, given: unknown): Wrong {
  if (given === undefined || given === null || given === '') return undefined;
  if (typeof given === 'string') return readDataFragment(given, draft);
  if (Array.isArray(given)) return takeList(draft, given);
  const map = jsonObject(given);
  if (!map) return fault('data-invalid', 'event data is neither a list nor a map nor XML');
  if (!Array.isArray(map.get('data'))) return takeEntries(draft, map);
  draft.binary = binaryText(map.get('binary') ?? map.get('Binary'));
  return takeList(draft, map.get('data') as readonly unknown[]);
}

function takeList(draft: EventDraft, list: readonly unknown[]): Wrong {
  for (const item of list.slice(0, EVENT_LIMITS.data + 1)) {
    const object = jsonObject(item);
    const wrong = object ? takeListed(draft, object) : takeDatum(draft, undefined, item);
    if (wrong) return wrong;
  }
  return undefined;
}

/** `{ "BugcheckCode": "122" }`, `{ "": "…" }`, or `{ name, value }`. */
function takeListed(draft: EventDraft, object: JsonObject): Wrong {
  const pair = object.entries.length === 2 && object.get('value') !== undefined && object.get('name') !== undefined;
  return pair ? takeDatum(draft, jsonText(object.get('name')), object.get('value')) : takeEntries(draft, object);
}

/** A map in a map is UserData: as in its XML, the innermost values count, under their own names. */
function takeEntries(draft: EventDraft, map: JsonObject, depth = 0): Wrong {
  for (const [name, value] of map.entries) {
    if (name === 'Binary' || name === 'binary') {
      draft.binary = binaryText(value);
      continue;
    }
    const inside = depth < DEEPEST ? jsonObject(value) : undefined;
    const wrong = inside
      ? takeEntries(draft, inside, depth + 1)
      : Array.isArray(value)
        ? takeList(draft, value)
        : takeDatum(draft, name, value);
    if (wrong) return wrong;
  }
  return undefined;
}

/** Appends one value. Stops short behind the bound of an event, so that the judge sees that it is too much. */
export function takeDatum(draft: EventDraft, name: string | undefined, given: unknown): Wrong {
  const value = given === null ? '' : jsonText(given);
  if (value === undefined)
    return fault('data-invalid', `data ${draft.data.length + 1} has no value that can be trusted`);
  if (draft.data.length <= EVENT_LIMITS.data) draft.data.push({ name: name || undefined, value });
  return undefined;
}

export const binaryText = (value: unknown): string | undefined =>
  (typeof value === 'string' && value.replace(/\s+/g, '')) || undefined;

const MADE_UP = { param: /^param_?(\d{1,3})$/, Data: /^Data_?(\d{1,3})$/ } as const;

/**
 * Takes off the names that a collector made up for values that had none: `param1`, `param2`, … of Winlogbeat, `Data1`, … of
 * OpenTelemetry. An empty value was skipped while the count went on, so a gap in the numbers is an empty value.
 */
export function dropMadeUpNames(draft: EventDraft, prefix: keyof typeof MADE_UP): void {
  const places = draft.data.map(({ name }) => Number(MADE_UP[prefix].exec(name ?? '')?.[1] ?? Number.NaN));
  if (draft.data.length === 0 || places.some((place) => !(place >= 1 && place <= EVENT_LIMITS.data))) return;
  const values = draft.data.map(({ value }) => value);
  draft.data.length = 0;
  const filled = Array.from({ length: Math.max(...places) }, () => '');
  places.forEach((place, i) => (filled[place - 1] = values[i]!));
  draft.data.push(...filled.map((value) => ({ name: undefined, value })));
}
