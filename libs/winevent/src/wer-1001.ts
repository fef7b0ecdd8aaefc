import { parseHex64 } from '@inpage/core';
import { bugcheckCode } from './bugcheck-number.js';
import type { StopEvidence } from './stop-evidence.js';
import { datum, type WindowsEvent } from './windows-event.js';

const HEX = String.raw`\s*(0x[0-9a-f]{1,16})\s*`;
const BUGCHECK = new RegExp(`^${HEX}(?:\\(${HEX},${HEX},${HEX},${HEX}\\)\\s*)?$`, 'i');

/**
 * WER-SystemErrorReporting 1001: param1 holds code and parameters as `0x0000007a (0x…, 0x…, 0x…, 0x…)`, param2 the path of
 * the dump, param3 the report id. Code of 8 digits, parameters of 8 on x86 and 16 on x64. Written at the boot after the crash.
 * The flag of XP minidumps (0x1000007E) stays on the code.
 * Source: provider manifest; records of Windows XP, 7, 8.1 and 10.
 */
export const readWer1001 = (event: WindowsEvent): StopEvidence => ({
  kind: 'wer-1001',
  reportedAtMs: event.timeMs,
  ...readBugcheck(datum(event, 'param1', 0) ?? ''),
  dumpPath: datum(event, 'param2', 1) || undefined,
  reportId: datum(event, 'param3', 2) || undefined,
});

/** WER-SystemErrorReporting 1000, "a full dump was not saved": param1 as in 1001 and nothing more. */
export const readWer1000 = (event: WindowsEvent): StopEvidence => ({
  kind: 'wer-1000',
  reportedAtMs: event.timeMs,
  ...readBugcheck(datum(event, 'param1', 0) ?? ''),
});

function readBugcheck(text: string): Pick<StopEvidence, 'code' | 'parameters'> {
  const parts = BUGCHECK.exec(text);
  if (!parts) return {};
  const code = bugcheckCode(parseHex64(parts[1]!));
  if (parts[2] === undefined) return { code };
  const [p1, p2, p3, p4] = parts.slice(2).map((digits) => BigInt(digits));
  return { code, parameters: [p1!, p2!, p3!, p4!] };
}
