import { dumpFacts, dumpRecordOf, type KernelDump } from '@inpage/dump';
import { formatHex64 } from '@inpage/core';
import type { DumpRecord } from '@inpage/contracts';
import type { Findings } from './findings.js';
import { takeDump } from './take-record.js';

/** Takes over a dump. One without a time still tells of its stop; one without a code, or written without stopping, does not. */
export function readDumpFile(dump: KernelDump, findings: Findings): void {
  const dated = dumpRecordOf(dump);
  const record = dated ?? undatedRecord(dump, findings.nowMs);
  if (record === undefined) findings.leaveOut(whyNoStop(dump));
  else takeDump(findings, record, dated !== undefined);
}

function undatedRecord(dump: KernelDump, nowMs: number): DumpRecord | undefined {
  if (dump.bugcheck === undefined || dump.crashTime !== undefined) return undefined;
  const code = `0x${dump.bugcheck.toString(16)}`;
  const parameters = (dump.parameters ?? []).map(formatHex64);
  return { kind: 'dump', at: new Date(nowMs).toISOString(), code, parameters, facts: dumpFacts(dump) };
}

const whyNoStop = ({ attributes }: KernelDump): string =>
  attributes?.includes('live-dump')
    ? 'This dump was written without stopping the machine, so it tells of no stop.'
    : 'The header of this dump has no bugcheck code.';

const KINDS: Record<KernelDump['kind'], string> = {
  triage: 'A small kernel dump (triage)',
  full: 'A full memory dump',
  kernel: 'A kernel memory dump',
  bitmap: 'A memory dump with a page map',
  'header-only': 'The header of a kernel dump',
  'unknown-type': 'A kernel dump of a kind that is not known',
};

/** `A small kernel dump (triage) of Windows build 19041, x64.` */
export function dumpSays({ kind, os, architecture, complete, encrypted }: KernelDump): string {
  const of = [os.build === undefined ? undefined : `Windows build ${os.build}`, architecture]
    .filter(Boolean)
    .join(', ');
  const state = [
    encrypted ? 'encrypted behind its header' : undefined,
    kind === 'triage' && complete === false ? 'not written to its end' : undefined,
  ].filter(Boolean);
  const but = state.length === 0 ? '' : `; it is ${state.join(' and ')}`;
  return `${KINDS[kind]}${of === '' ? '' : ` of ${of}`}${but}.`;
}
