import { RECORD_LIMITS, type InpageRecord } from '@inpage/contracts';
import { AppError, err, ok, type Result } from '@inpage/core';
import { decodeXmlBytes, splitEvents, type WindowsEvent } from '@inpage/winevent';
import { validateRecord, type Rejection } from './validate-record.js';

/** How the records are written in a body. The numbers are those of record_chunk.body_types. */
export const BODY_TYPES = { json: 1, ndjson: 2, xml: 3 } as const;
export type BodyType = keyof typeof BODY_TYPES;

/** One record as it was found in a body: an event of an XML body is already read. */
export type Found = InpageRecord | { readonly kind: 'event-xml'; readonly event: WindowsEvent };

/** In the order of the body; a fault of one record is a value, a fault of the body is thrown. */
export type FoundOrRejected = Result<Found, Rejection>;

const NEWLINE = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the records of an inflated body. The digest reads stored bodies with this same function, so a record's ordinal in
 * its body means the same thing then as at its arrival.
 *
 * @throws AppError `body-empty`, `body-malformed`, `records-too-many`
 */
export function readBody(type: BodyType, bytes: Buffer, maxRecords: number): FoundOrRejected[] {
  const found = READERS[type](bytes, maxRecords);
  if (found.length === 0) throw new AppError('body-empty');
  return found;
}

const READERS: Record<BodyType, (bytes: Buffer, maxRecords: number) => FoundOrRejected[]> = {
  json: readJson,
  ndjson: readNdjson,
  xml: readXml,
};

function readJson(bytes: Buffer, maxRecords: number): FoundOrRejected[] {
  const parsed = parseJson(bytes);
  if (!parsed.ok) throw new AppError(bytes.length === 0 ? 'body-empty' : 'body-malformed', parsed.error);
  if (!Array.isArray(parsed.value)) return [validateRecord(parsed.value)];
  bounded(parsed.value.length, maxRecords);
  return parsed.value.map(validateRecord);
}

function readNdjson(bytes: Buffer, maxRecords: number): FoundOrRejected[] {
  const found: FoundOrRejected[] = [];
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    const line = bytes.subarray(start, end);
    start = end + 1;
    if (isBlank(line)) continue;
    bounded(found.length + 1, maxRecords);
    found.push(readLine(line));
  }
  return found;
}

function readLine(line: Buffer): FoundOrRejected {
  if (line.length > RECORD_LIMITS.recordBytes) {
    return err({ code: 'record-too-large', detail: `${line.length} bytes; at most ${RECORD_LIMITS.recordBytes}.` });
  }
  const parsed = parseJson(line);
  return parsed.ok ? validateRecord(parsed.value) : err({ code: 'body-malformed', detail: parsed.error });
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

function parseJson(bytes: Buffer): Result<unknown, string> {
  try {
    return ok(JSON.parse(utf8.decode(bytes)));
  } catch (cause) {
    return err(cause instanceof SyntaxError ? cause.message : 'The text is not UTF-8.');
  }
}

function bounded(count: number, max: number): void {
  if (count > max) throw new AppError('records-too-many', `At most ${max} records in one request.`);
}

/** Spaces, tabs and the carriage return of a Windows line end. */
function isBlank(line: Buffer): boolean {
  for (const byte of line) if (byte !== 0x20 && byte !== 0x0d && byte !== 0x09) return false;
  return true;
}
