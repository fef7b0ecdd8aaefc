import { AppError, err, ok, type Result } from '@inpage/core';
import { isCollected, readEvents, readJsonValues, type EventFault, type JsonValue } from '@inpage/winevent';
import type { Foreign, FoundOrRejected } from './found.js';
import { isOurs, validateRecord, type Rejection } from './validate-record.js';

/**
 * Events in a body of JSON that collectors sent. They are read from the text, because JSON.parse rounds 64-bit numbers and keeps one
 * of several equal names. One for each body: it bounds the work that the whole body may make.
 */
export class CollectedEvents implements Foreign {
  #marks = 0;

  constructor(private readonly maxRecords: number) {}

  one(value: unknown, text: string): Iterable<FoundOrRejected> {
    this.#bound(text);
    const whole = losslessValue(text);
    return whole.ok ? eventsOf(whole.value, value) : [whole];
  }

  *list(values: readonly unknown[], text: string): Iterable<FoundOrRejected> {
    this.#bound(text);
    const whole = losslessValue(text);
    for (const [i, value] of values.entries()) {
      if (isOurs(value)) yield validateRecord(value);
      else if (whole.ok) yield* eventsOf((whole.value as readonly unknown[])[i], value);
      else yield whole;
    }
  }

  /**
   * Text that JSON.parse refuses and a collector may send all the same: objects one right behind the other, as Splunk HEC takes
   * them, or a path with its backslashes bare. Nothing unless every value can be read and is dressed as collectors dress events.
   */
  several(text: string): Iterable<FoundOrRejected> | undefined {
    this.#bound(text);
    const values: JsonValue[] = [];
    for (const value of readJsonValues(text)) {
      if (!value.ok || !isCollected(value.value)) return undefined;
      values.push(value.value);
      // As many that announce a record, as those of `_bulk` do, as there may be records.
      if (values.length > 2 * this.maxRecords) throw tooMany(`${2 * this.maxRecords} values`);
    }
    return values.length === 0 ? undefined : eventsOf(values, values);
  }

  /** @throws AppError `records-too-many` */
  #bound(text: string): void {
    this.#marks += marksIn(text);
    if (this.#marks > this.maxRecords * MARKS_PER_RECORD) throw tooMany('values as so many events have');
  }
}

/**
 * Of the characters that cost work an event has 20 (Vector) to 200 of them (OTLP's maps, XML in a text). 8 MB of nothing else would keep the process busy for four
 * seconds; this many of them a third of one.
 */
const MARKS_PER_RECORD = 512;

/** How often a value begins in the text, or is escaped in it. Compared one by one: with a table it costs as much as the reading. */
function marksIn(text: string): number {
  let marks = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BRACE || code === BRACKET || code === COMMA || code === BACKSLASH) marks++;
  }
  return marks;
}

const [BRACE, BRACKET, COMMA, BACKSLASH] = [0x7b, 0x5b, 0x2c, 0x5c];

const tooMany = (what: string): AppError => new AppError('records-too-many', `At most ${what} in one request.`);

/** The value of a JSON text with all that JSON.parse loses. */
function losslessValue(text: string): Result<JsonValue, Rejection> {
  const first = readJsonValues(text).next();
  if (first.done) return err({ code: 'record-invalid', detail: 'There is no JSON value.' });
  return first.value.ok ? first.value : err(rejectionOf(first.value.error));
}

/**
 * The events in a value that is no record of ours, in the order in which they stand there. One that announces others or wraps none
 * has none. What no collector sends is rejected as validation rejects it.
 *
 * @param parsed the same value as JSON.parse has it, to say what is wrong with it.
 */
function* eventsOf(value: unknown, parsed: unknown): Generator<FoundOrRejected> {
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) yield* eventsOf(one, (parsed as readonly unknown[])[i]);
  } else if (isCollected(value)) {
    for (const event of readEvents(value)) {
      yield event.ok ? ok({ kind: 'event-collected' as const, event: event.value }) : err(rejectionOf(event.error));
    }
  } else yield rejected(parsed);
}

/** An object without a kind was hardly meant as a record of ours, so the answer tells of both that it could have been. */
function rejected(parsed: unknown): FoundOrRejected {
  const found = validateRecord(parsed);
  if (found.ok || found.error.code !== 'record-kind-unknown' || 'kind' in (parsed as object)) return found;
  return err({ ...found.error, detail: `${found.error.detail} It has the shape of no collected event either.` });
}

const rejectionOf = ({ code, detail }: EventFault): Rejection => ({
  code: code === 'json-too-deep' || code === 'wrapped-too-deep' ? 'nesting-too-deep' : 'record-invalid',
  detail,
});
