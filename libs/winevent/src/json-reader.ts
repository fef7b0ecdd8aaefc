import { ok, type Result } from '@inpage/core';
import { fault, type EventFault } from './event-fault.js';
import { JsonObject, type JsonValue } from './json-value.js';

/** Collectors nest OTLP's lists and maps about twenty deep. */
const DEEPEST = 64;
/** Longest whole number that is kept exactly; 64 bits have 20 digits. */
const LONGEST_EXACT = 40;
const NUMBER = /-?\d{1,400}(\.\d{1,400})?([eE][+-]?\d{1,9})?/y;
const SPACE = /[ \t\r\n\uFEFF]*/y;
const LINE_OF_JSON = /\n[ \t]*(?=[{[])/g;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/g;
const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

/**
 * Reads the JSON values of a text: one document, one per line (NDJSON), or one right after the other. A value that is not
 * JSON is one fault, and the reading goes on at the next line that begins with `{` or `[`.
 *
 * More tolerant than JSON.parse where collectors need it: names may repeat and all are kept, whole numbers keep all their
 * digits (bigint beyond 2^53), an unknown escape stays as it stands. Time is linear in the text, depth at most 64, no recursion.
 */
export function* readJsonValues(text: string): Generator<Result<JsonValue, EventFault>, void, undefined> {
  const reader = new JsonReader(text);
  while (!reader.atEnd()) {
    const from = reader.position;
    const value = reader.read();
    yield value;
    if (!value.ok) reader.skipToNextLine(from);
  }
}

/** A list or an object that is still open. */
interface Open {
  readonly list: JsonValue[];
  /** Of an object: the names of what is in `list`; `undefined` for a list. */
  readonly names: string[] | undefined;
}

class JsonReader {
  #at = 0;
  #fault: Result<never, EventFault> | undefined;

  constructor(readonly source: string) {}

  atEnd(): boolean {
    this.#skipSpace();
    return this.#at >= this.source.length;
  }

  get position(): number {
    return this.#at;
  }

  /** The value that began at `from` is given up. What broke it may be the beginning of the next line itself. */
  skipToNextLine(from: number): void {
    const lineEnd = this.source.lastIndexOf('\n', this.#at - 1);
    const atLineStart = lineEnd >= from && this.source.slice(lineEnd, this.#at).trim() === '';
    LINE_OF_JSON.lastIndex = atLineStart ? lineEnd : this.#at;
    this.#at = LINE_OF_JSON.test(this.source) ? LINE_OF_JSON.lastIndex : this.source.length;
    this.#fault = undefined;
  }

  read(): Result<JsonValue, EventFault> {
    const open: Open[] = [];
    for (;;) {
      const scalar = this.#begin(open);
      if (this.#fault) return this.#fault;
      if (scalar === undefined) continue;
      const whole = this.#handUp(open, scalar);
      if (this.#fault) return this.#fault;
      if (whole !== undefined) return ok(whole);
    }
  }

  /** Reads a scalar, an empty list or an empty object; or opens one that is not empty and gives `undefined`. */
  #begin(open: Open[]): JsonValue | undefined {
    this.#skipSpace();
    const first = this.source[this.#at];
    if (first === '"') return this.#string();
    if (first !== '{' && first !== '[') return this.#numberOrLiteral();
    if (open.length >= DEEPEST) return this.#fail('json-too-deep', `JSON nested deeper than ${DEEPEST}`);
    this.#at++;
    this.#skipSpace();
    const isObject = first === '{';
    if (this.source[this.#at] === (isObject ? '}' : ']')) {
      this.#at++;
      return isObject ? new JsonObject([]) : [];
    }
    open.push({ list: [], names: isObject ? [] : undefined });
    if (isObject) this.#name(open.at(-1)!.names!);
    return undefined;
  }

  /** Puts a finished value where it belongs, and closes what ends there. Gives the whole value when nothing is open any more. */
  #handUp(open: Open[], finished: JsonValue): JsonValue | undefined {
    let value = finished;
    for (;;) {
      const holder = open.at(-1);
      if (!holder) return value;
      holder.list.push(value);
      this.#skipSpace();
      const next = this.source[this.#at];
      if (next === ',') {
        this.#at++;
        if (holder.names) this.#name(holder.names);
        return undefined;
      }
      if (next !== (holder.names ? '}' : ']')) return this.#fail('json-malformed', 'a comma or an end is missing');
      this.#at++;
      open.pop();
      value = closed(holder);
    }
  }

  #name(names: string[]): void {
    this.#skipSpace();
    if (this.source[this.#at] !== '"') return void this.#fail('json-malformed', 'a name is missing');
    const name = this.#string();
    this.#skipSpace();
    if (name === undefined) return;
    if (this.source[this.#at] !== ':') return void this.#fail('json-malformed', 'a colon is missing');
    this.#at++;
    names.push(name);
  }

  /** A text ends on its line: a line end inside means that its closing quote is missing. */
  #string(): string | undefined {
    const from = this.#at + 1;
    let escapes = false;
    for (let at = from; at < this.source.length; at++) {
      const code = this.source.charCodeAt(at);
      if (code === 0x22) {
        this.#at = at + 1;
        const raw = this.source.slice(from, at);
        return escapes ? unescaped(raw) : raw;
      }
      if (code === 0x5c) {
        escapes = true;
        at++;
      } else if (code === 0x0a) {
        this.#at = at;
        break;
      }
    }
    if (this.#at < from) this.#at = this.source.length;
    return this.#fail('json-malformed', 'a text is not closed');
  }

  #numberOrLiteral(): JsonValue | undefined {
    for (const [word, value] of LITERALS) {
      if (!this.source.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    NUMBER.lastIndex = this.#at;
    const number = NUMBER.exec(this.source);
    if (!number) return this.#fail('json-malformed', 'no JSON value stands here');
    this.#at = NUMBER.lastIndex;
    return numberOf(number[0], number[1] === undefined && number[2] === undefined);
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#at;
    SPACE.test(this.source);
    this.#at = SPACE.lastIndex;
  }

  #fail(code: 'json-malformed' | 'json-too-deep', detail: string): undefined {
    this.#fault = fault(code, detail, this.#at);
    return undefined;
  }
}

const closed = ({ list, names }: Open): JsonValue =>
  names ? new JsonObject(names.map((name, i) => [name, list[i]!] as const)) : list;

function numberOf(text: string, isWhole: boolean): number | bigint {
  const value = Number(text);
  return isWhole && !Number.isSafeInteger(value) && text.length <= LONGEST_EXACT ? BigInt(text) : value;
}

const unescaped = (raw: string): string =>
  raw.replace(ESCAPE, (_, hex?: string, letter?: string) =>
    hex === undefined ? (ESCAPED[letter!] ?? letter!) : String.fromCharCode(parseInt(hex, 16)),
  );
