import { ascii, fileName } from '../bytes/text.js';
import type { Architecture } from '../header/architecture.js';
import type { DumpBytes } from '../dump-bytes.js';

type Row = readonly [architecture: Architecture, build: number, offset: number];

/**
 * Where ImageFileName lies in EPROCESS, per kernel base build. The rows marked * were checked against WinDbg or several real
 * dumps; the others come from public symbols (ntdiff, Vergilius) and what stands there must look like a name. A build that is
 * not here gives no name: a wrong offset would give a wrong one.
 */
const OFFSETS: readonly Row[] = [
  ['x64', 7601, 0x2e0],
  ['x64', 9600, 0x438], // *
  ['x64', 10586, 0x450],
  ['x64', 14393, 0x450],
  ['x64', 15063, 0x450],
  ['x64', 16299, 0x450],
  ['x64', 17134, 0x450],
  ['x64', 17763, 0x450],
  ['x64', 18362, 0x450],
  ['x64', 19041, 0x5a8], // *
  ['x64', 22000, 0x5a8],
  ['x64', 22621, 0x5a8],
  ['x64', 26100, 0x338],
  ['arm64', 22000, 0x560], // *
  ['x86', 7601, 0x16c],
];

const NAME_BYTES = 15;

/** The file name of the process that ran on the processor that stopped, cut off by Windows at fifteen characters. */
export function readProcessName(
  bytes: DumpBytes,
  processOffset: number | undefined,
  architecture: Architecture | undefined,
  build: number | undefined,
): string | undefined {
  const { warnings } = bytes;
  if (!processOffset) return warnings.add('processName', processOffset === 0 ? 'not-in-this-dump' : 'cut-off');
  const row = OFFSETS.find(([a, b]) => a === architecture && b === build);
  if (!row) return warnings.add('processName', 'unknown-build');
  const view = bytes.region('processName', processOffset + row[2], NAME_BYTES, NAME_BYTES);
  if (!view) return undefined;
  const name = ascii(view, 0, NAME_BYTES);
  return warnings.note('processName', name === undefined ? undefined : fileName(name), 'implausible');
}
