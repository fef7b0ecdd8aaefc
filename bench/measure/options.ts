import { parseArgs } from 'node:util';

/** `--seconds 5 --rounds 3` as numbers, with defaults; anything else is refused with what there is. */
export function numberOptions<T extends Record<string, number>>(defaults: T): T {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: process.argv.slice(2), options, strict: true });
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, numberOf(name, values[name], value)]),
  ) as T;
}

function numberOf(name: string, given: unknown, fallback: number): number {
  if (given === undefined) return fallback;
  const number = Number(given);
  if (!(number >= 0)) throw new Error(`--${name} is a number, not ${String(given)}.`);
  return number;
}
