import type { BugcheckTextDoubt, Parameters } from './bugcheck-text.js';

/** A value with or without `0x` and with or without the backtick in its middle; separated by commas, blanks or both. */
const VALUE = /[\s,]{0,16}(?:0x)?([0-9a-f]{1,16}|[0-9a-f]{1,8}`[0-9a-f]{1,8})(?=[\s,)}\]]|$)/iy;
const CONTINUED = /^[\s,0-9a-fx`]{1,120}(?:[)}]|$)/i;
const MOST_LINES = 3;

export interface HexValues {
  readonly parameters?: Parameters;
  readonly doubts: readonly BugcheckTextDoubt[];
}

/** One value in hex, without or with `0x` and backtick. */
export function hexValue(text: string | undefined): bigint | undefined {
  const digits = text?.replace('`', '').replace(/^0x/i, '') ?? '';
  return /^[0-9a-f]{1,16}$/i.test(digits) ? BigInt(`0x${digits}`) : undefined;
}

/** Four places out of however many values there are; nothing when there is none. */
export const fourOf = (values: readonly (bigint | undefined)[]): Parameters | undefined =>
  values.some((value) => value !== undefined) ? [values[0], values[1], values[2], values[3]] : undefined;

/**
 * Reads the values behind an opening bracket. Typed screens come with commas or brackets missing, with a fifth value, and
 * with a value broken over two lines.
 */
export function readBracket(lines: readonly string[], line: number, from: number): HexValues {
  let text = upToBracket(lines[line]!.slice(from));
  let used = 1;
  while (!text.closed && used <= MOST_LINES && CONTINUED.test(lines[line + used] ?? '')) {
    text = upToBracket(joined(text.inside, lines[line + used]!));
    used++;
  }
  const values = listOf(text.inside);
  const doubts: BugcheckTextDoubt[] = [];
  if (values.length > 0 && values.length < 4) doubts.push('fewer-than-four');
  if (values.length > 4) doubts.push('more-than-four');
  if (!text.closed && values.length > 0) doubts.push('bracket-open');
  if (used > 1) doubts.push('line-broken');
  return { parameters: fourOf(values), doubts };
}

/** Values one after the other, up to the first thing that is none. */
export function listOf(text: string): bigint[] {
  const values: bigint[] = [];
  VALUE.lastIndex = 0;
  for (let found = VALUE.exec(text); found && values.length < 8; found = VALUE.exec(text))
    values.push(hexValue(found[1])!);
  return values;
}

function upToBracket(text: string): { inside: string; closed: boolean } {
  const end = text.search(/[)}]/);
  return end < 0 ? { inside: text, closed: false } : { inside: text.slice(0, end), closed: true };
}

/** A value that the line end broke goes on without a blank: its part has fewer digits than any whole value, and no `0x` follows. */
function joined(before: string, after: string): string {
  const cut = /(?:^|[\s,(x])([0-9a-f]{1,16})$/i.exec(before.trimEnd())?.[1];
  const isPart = cut !== undefined && cut.length !== 8 && cut.length !== 16 && /^\s*(?!0x)[0-9a-f]/i.test(after);
  return isPart ? before.trimEnd() + after.trimStart() : `${before} ${after}`;
}
