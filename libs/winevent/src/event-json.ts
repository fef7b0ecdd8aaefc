import type { Result } from '@inpage/core';
import { judgeDraft, type EventDraft } from './event-draft.js';
import { EVENT_LIMITS, fault, type EventFault } from './event-fault.js';
import { readEventXml } from './event-xml.js';
import type { EventDatum, WindowsEvent } from './windows-event.js';

type Json = Readonly<Record<string, unknown>>;

const TEXTS = ['provider', 'channel', 'computer', 'timeCreated', 'binary'] as const;
const NUMBERS = ['eventId', 'qualifiers', 'version', 'level', 'recordId'] as const;

/**
 * Reads Inpage's own JSON event: `provider`, `eventId` (number, decimal text, or `{ id, qualifiers }`), `qualifiers`,
 * `version`, `level`, `channel`, `computer`, `recordId`, `timeCreated`, `data` (list of texts, list of `{ name, value }`, or
 * map of names) and `binary` in hex. Or `{ xml }` with one `<Event>`, which then is all that counts. Other members are left alone.
 *
 * A number that JSON may have rounded (beyond 2^53, or with a fraction) is refused: 64-bit values travel as text.
 */
export function readEventJson(value: unknown): Result<WindowsEvent, EventFault> {
  if (!isObject(value)) return fault('not-an-event', 'an event is a JSON object');
  if (typeof value.xml === 'string') return readEventXml(value.xml);
  if (isGiven(value.xml)) return fault('field-invalid', 'xml is not a text');
  const draft: EventDraft = { data: [] };
  const wrong =
    takeFields(isObject(value.eventId) ? unfoldId(value, value.eventId) : value, draft) ??
    takeData(value.data, draft.data);
  return wrong ?? judgeDraft(draft);
}

const unfoldId = (value: Json, id: Json): Json => ({
  ...value,
  eventId: id.id,
  qualifiers: id.qualifiers ?? value.qualifiers,
});

function takeFields(value: Json, draft: EventDraft): Result<never, EventFault> | undefined {
  for (const name of TEXTS) {
    const given = value[name];
    if (typeof given === 'string') draft[name] = given;
    else if (isGiven(given)) return fault('field-invalid', `${name} is not a text`);
  }
  for (const name of NUMBERS) {
    const given = numberText(value[name]);
    if (given !== undefined) draft[name] = given;
    else if (isGiven(value[name])) return fault('field-invalid', `${name} is not a whole number`);
  }
  return undefined;
}

function takeData(given: unknown, data: EventDatum[]): Result<never, EventFault> | undefined {
  if (!isGiven(given)) return undefined;
  if (typeof given !== 'object') return fault('data-invalid', 'data is neither a list nor a map');
  const entries = Array.isArray(given) ? given : Object.entries(given as object);
  if (entries.length > EVENT_LIMITS.data)
    return fault('data-too-many', `an event has at most ${EVENT_LIMITS.data} data values`);
  for (const entry of entries) {
    const datum = Array.isArray(given) ? listed(entry) : named(entry[0], entry[1]);
    if (!datum) return fault('data-invalid', `data ${data.length + 1} has no value that is a text or a whole number`);
    data.push(datum);
  }
  return undefined;
}

function listed(entry: unknown): EventDatum | undefined {
  if (typeof entry === 'string') return { name: undefined, value: entry };
  return isObject(entry) ? named(entry.name, entry.value) : undefined;
}

function named(name: unknown, given: unknown): EventDatum | undefined {
  const value = numberText(given);
  if (value === undefined || (isGiven(name) && typeof name !== 'string')) return undefined;
  return { name: (name as string | null | undefined) ?? undefined, value };
}

function numberText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
