import type { DumpFacts, DumpRecord } from '@inpage/contracts';

/**
 * What makes the facts of a dump themselves: when it stopped, with which code and parameters, and what was read. The order of keys,
 * the spelling of hex numbers and what is left out or undefined make no difference.
 *
 * Size and checksum of the file are not in it: Windows may write one stop down twice, as MEMORY.DMP and as a minidump that is made
 * from it, and a copy may be cut off behind its last fact. Two files that tell the same are one observation. The warnings are
 * not in it either: they are sentences about the reading, and a better worded reader has not observed anything new. A reader that
 * finds more facts has, and its record stands beside the former.
 */
export const dumpIdentity = (dump: DumpRecord, atMs: number): string =>
  JSON.stringify([
    'dump',
    atMs,
    Number(dump.code),
    dump.parameters.map(plainHex),
    ordered(comparable(dump.facts)),
    ordered(dump.disk ?? null),
    ordered(dump.driverStack ?? null),
  ]);

const plainHex = (text: string): string => BigInt(text).toString(16);

function comparable({ warnings: _warnings, nonPagedPool, commit, ...facts }: DumpFacts): unknown {
  return { ...facts, nonPagedPool: nonPagedPool && hexes(nonPagedPool), commit: commit && hexes(commit) };
}

const hexes = (values: Readonly<Record<string, string>>): unknown =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plainHex(value)]));

/** Objects as lists of pairs in the order of their names. Validated records are at most eight deep. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, ordered(inner)]);
}
