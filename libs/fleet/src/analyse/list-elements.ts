const [QUOTE, ESCAPE, COMMA, OPEN_LIST] = [0x22, 0x5c, 0x2c, 0x5b];
/** `[` and `{`, `]` and `}` differ in one bit: 0x20. */
const opens = (code: number): boolean => (code | 0x20) === 0x7b;
const closes = (code: number): boolean => (code | 0x20) === 0x7d;
const SPACE = /[\s\uFEFF]*/y;

/** A part of a JSON text, and where it begins there. */
export interface JsonPart {
  readonly at: number;
  readonly text: string;
}

/**
 * The elements of the lists that a JSON text begins with, as texts of their own and one at a time: a list of a hundred thousand events
 * need not be parsed before the first is looked at. What is no list comes as it is, from there to the end. Whether an element is JSON is
 * left to whoever parses it.
 */
export function* listElements(text: string): Generator<JsonPart, void, undefined> {
  let at = 0;
  while (at < text.length) {
    // Always matches, if only nothing; behind the end of the text it would not, and begin anew.
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
    if (at >= text.length) return;
    if (text.charCodeAt(at) !== OPEN_LIST) return yield { at, text: text.slice(at) };
    at = yield* elementsFrom(text, at + 1);
  }
}

/** Answers the place behind the end of the list. */
function* elementsFrom(text: string, start: number): Generator<JsonPart, number, undefined> {
  let [from, at, depth] = [start, start, 0];
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at);
    else if (opens(code)) depth++;
    else if (closes(code) && depth-- === 0) break;
    else if (code === COMMA && depth === 0) {
      yield { at: from, text: text.slice(from, at) };
      from = at + 1;
    }
  }
  if (text.slice(from, at).trim() !== '') yield { at: from, text: text.slice(from, at) };
  return at + 1;
}

/** The place of the closing quote; the end where there is none. */
function endOfText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === ESCAPE) at++;
    else if (code === QUOTE) return at;
  }
  return text.length;
}
