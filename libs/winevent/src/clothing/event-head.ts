import type { EventDraft } from '../event-draft.js';
import { jsonText } from '../json-value.js';

type Head = Exclude<keyof EventDraft, 'data' | 'binary'>;

/** Level names in English, as collectors print them, and the number behind each. Source: winmeta.h. */
const LEVELS: Readonly<Record<string, string>> = {
  critical: '1',
  error: '2',
  warning: '3',
  information: '4',
  informational: '4',
  info: '4',
  verbose: '5',
};
const DECIMAL = /^\d{1,10}$/;

/**
 * Starts a draft from what a collector calls the parts of `<System>`. Times may be ISO, `2012-04-06 14:07:52 +0000`, or a
 * number since 1970. An event id that carries its qualifiers in the upper half is split. What is no number where a number
 * belongs is left out, because level and version differ between collectors and nothing hangs on them.
 */
export function eventHead(given: Readonly<Partial<Record<Head, unknown>>>): EventDraft {
  const draft: EventDraft = { data: [], timeCreated: isoTime(given.timeCreated) };
  for (const name of ['provider', 'channel', 'computer', 'recordId', 'eventId'] as const)
    draft[name] = jsonText(given[name])?.trim() || undefined;
  for (const name of ['qualifiers', 'version'] as const) draft[name] = decimal(given[name]);
  const level = jsonText(given.level)?.trim().toLowerCase() ?? '';
  draft.level = decimal(level) ?? LEVELS[level];
  splitEventId(draft);
  return draft;
}

const decimal = (value: unknown): string | undefined => {
  const text = jsonText(value)?.trim() ?? '';
  return DECIMAL.test(text) ? text : undefined;
};

/** 0x400003E9 is 1001 with qualifiers 0x4000; the message id of classic events is written so. */
function splitEventId(draft: EventDraft): void {
  if (draft.eventId === undefined || !DECIMAL.test(draft.eventId)) return;
  const id = Number(draft.eventId);
  if (id <= 0xffff || id > 0xffff_ffff) return;
  draft.eventId = String(id % 0x1_0000);
  draft.qualifiers ??= String(Math.floor(id / 0x1_0000));
}

const SPACED = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,9})?) ?(Z|UTC|[+-]\d\d:?\d\d)$/;
/** Digits of a time since 1970 between 2001 and 2286, and how many of them are behind the second. */
const SINCE_1970 = /^(\d{10})(\d{3}|\d{6}|\d{9})?(?:\.\d+)?$/;

/** The time as ISO 8601 with its zone; a text that is nothing of the kind is left as it stands, for the judge to refuse. */
export function isoTime(value: unknown): string | undefined {
  const text = jsonText(value)?.trim();
  if (text === undefined) return undefined;
  const spaced = SPACED.exec(text);
  if (spaced) return `${spaced[1]}T${spaced[2]}${spaced[3] === 'UTC' ? 'Z' : spaced[3]}`;
  const epoch = SINCE_1970.exec(text);
  if (!epoch) return text;
  const fraction = (epoch[2] ?? '').padEnd(7, '0');
  return `${new Date(Number(epoch[1]) * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
}
