import { RECORD_LIMITS } from '@inpage/contracts';
import { AppError, err, ok, type Result } from '@inpage/core';
import { decodeXmlBytes, splitEvents } from '@inpage/winevent';
import { CollectedEvents } from './collected-events.js';
import type { Foreign, FoundOrRejected } from './found.js';
import { isOurs, validateRecord } from './validate-record.js';

export type { Found, FoundOrRejected } from './found.js';

/**
 * How the records are written in a body. The numbers are those of record_chunk.body_types. Whatever changes what is found in a
 * body takes a new number, because ordinals of stored bodies count on it: 1 and 2 were JSON and NDJSON before collectors'
 * events were found in them, and are read as they were then.
 */
export const BODY_TYPES = { 'own-json': 1, 'own-ndjson': 2, xml: 3, json: 4, ndjson: 5 } as const;
export type BodyType = keyof typeof BODY_TYPES;

const NEWLINE = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the records of an inflated body. The digest reads stored bodies with this same function, so a record's ordinal in
 * its body means the same thing then as at its arrival.
 *
 * JSON that is of our contract is parsed and validated. A value without a `kind` of ours is looked at as what collectors send; every
 * event in it is a record, and a value in which there is none and that nobody sends is rejected.
 *
 * @throws AppError `body-empty`, `body-malformed`, `records-too-many`
 */
export function readBody(type: BodyType, bytes: Buffer, maxRecords: number): FoundOrRejected[] {
  const found = READERS[type](bytes, maxRecords);
  if (found.length === 0) throw new AppError('body-empty');
  return found;
}

const READERS: Record<BodyType, (bytes: Buffer, maxRecords: number) => FoundOrRejected[]> = {
  'own-json': (bytes, max) => readJson(bytes, max, REFUSED),
  'own-ndjson': (bytes, max) => readNdjson(bytes, max, REFUSED),
  json: (bytes, max) => readJson(bytes, max, new CollectedEvents(max)),
  ndjson: (bytes, max) => readNdjson(bytes, max, new CollectedEvents(max)),
  xml: readXml,
};

const REFUSED: Foreign = {
  one: (value) => [validateRecord(value)],
  list: (values) => values.map((value) => validateRecord(value)),
  several: () => undefined,
};

function readJson(bytes: Buffer, maxRecords: number, foreign: Foreign): FoundOrRejected[] {
  const text = decoded(bytes);
  const parsed = text.ok ? parseJson(text.value) : text;
  if (text.ok && parsed.ok) return valuesOf(parsed.value, text.value, maxRecords, foreign);
  const several = text.ok ? foreign.several(text.value) : undefined;
  if (several !== undefined) return atMost(maxRecords, several);
  throw new AppError(bytes.length === 0 ? 'body-empty' : 'body-malformed', parsed.ok ? undefined : parsed.error);
}

function valuesOf(value: unknown, text: string, max: number, foreign: Foreign): FoundOrRejected[] {
  if (!Array.isArray(value)) return isOurs(value) ? [validateRecord(value)] : atMost(max, foreign.one(value, text));
  bounded(value.length, max);
  return value.every(isOurs) ? value.map((one) => validateRecord(one)) : atMost(max, foreign.list(value, text));
}

function readNdjson(bytes: Buffer, maxRecords: number, foreign: Foreign): FoundOrRejected[] {
  const found: FoundOrRejected[] = [];
  let silent = 0;
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    const line = bytes.subarray(start, end);
    start = end + 1;
    if (isBlank(line)) continue;
    bounded(found.length + 1, maxRecords);
    const before = found.length;
    readLine(line, found, maxRecords, foreign);
    // A line of `_bulk` that announces the next has no record in it. There is no need for more of them than of records.
    if (found.length === before) bounded(++silent, maxRecords);
  }
  return found;
}

function readLine(line: Buffer, found: FoundOrRejected[], maxRecords: number, foreign: Foreign): void {
  if (line.length > RECORD_LIMITS.recordBytes) {
    const detail = `${line.length} bytes; at most ${RECORD_LIMITS.recordBytes}.`;
    return void found.push(err({ code: 'record-too-large', detail }));
  }
  const text = decoded(line);
  const parsed = text.ok ? parseJson(text.value) : text;
  if (parsed.ok && isOurs(parsed.value)) return void found.push(validateRecord(parsed.value));
  for (const one of foreignLine(text, parsed, foreign)) {
    bounded(found.length + 1, maxRecords);
    found.push(one);
  }
}

function foreignLine(
  text: Result<string, string>,
  parsed: Result<unknown, string>,
  foreign: Foreign,
): Iterable<FoundOrRejected> {
  if (text.ok && parsed.ok) return foreign.one(parsed.value, text.value);
  const several = text.ok ? foreign.several(text.value) : undefined;
  return several ?? [err({ code: 'body-malformed', detail: parsed.ok ? '' : parsed.error })];
}

function readXml(bytes: Buffer, maxRecords: number): FoundOrRejected[] {
  const text = decodeXmlBytes(bytes);
  if (!text.ok) throw new AppError('body-malformed', text.error);
  const found: FoundOrRejected[] = [];
  for (const event of splitEvents(text.value)) {
    bounded(found.length + 1, maxRecords);
    found.push(
      event.ok
        ? ok({ kind: 'event-xml' as const, event: event.value })
        : err({ code: 'record-invalid' as const, detail: event.error.detail }),
    );
  }
  return found;
}

function decoded(bytes: Buffer): Result<string, string> {
  try {
    return ok(utf8.decode(bytes));
  } catch {
    return err('The text is not UTF-8.');
  }
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (cause) {
    return err((cause as SyntaxError).message);
  }
}

function atMost(max: number, found: Iterable<FoundOrRejected>): FoundOrRejected[] {
  const all: FoundOrRejected[] = [];
  for (const one of found) {
    bounded(all.length + 1, max);
    all.push(one);
  }
  return all;
}

function bounded(count: number, max: number): void {
  if (count > max) throw new AppError('records-too-many', `At most ${max} records in one request.`);
}

/** Spaces, tabs and the carriage return of a Windows line end. */
function isBlank(line: Buffer): boolean {
  for (const byte of line) if (byte !== 0x20 && byte !== 0x0d && byte !== 0x09) return false;
  return true;
}
