import { parseCode } from './code-text.js';

/** Names are compared without regard to case, and to what stands between words. */
const folded = (name: string): string =>
  name
    .trim()
    .toUpperCase()
    .replace(/[\s_-]+/g, ' ');

/**
 * Finds a code of a small table by what a person would write: its name, or its number in a spelling that `parseCode` reads.
 * A number gets what `entry` makes of it, known or not, as long as it is not above `max`.
 */
export function findByNameOrNumber<T extends { readonly name?: string }>(
  text: string,
  entries: readonly T[],
  max: number,
  entry: (code: number) => T,
): T | undefined {
  const name = folded(text);
  const named = entries.find((candidate) => candidate.name !== undefined && folded(candidate.name) === name);
  if (named) return named;
  const code = parseCode(text);
  return code === undefined || code > max ? undefined : entry(code);
}
