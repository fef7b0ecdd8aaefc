import { BugcheckCode } from '@inpage/codes';
import type { DumpFacts } from '@inpage/contracts';
import type { RecordId } from '@inpage/core';
import { decodeNoCode, decodeStop, type CrashFacts, type Decode } from '@inpage/triage';
import type { Stopped } from './correlate.js';
import { reportedAt, stoppedAt, type Evidence } from './evidence.js';
import { fullestDump } from './fullest-dump.js';

/** How the crash time is known: told, last sign of life before the boot, or only that it was before the boot. */
export type Precision = 'exact' | 'last-alive' | 'next-boot';

/** One stop as its records have it, before anything is known of disks. */
export interface ReducedStop {
  /** The strongest record of it stands for the crash. */
  readonly id: RecordId;
  readonly stoppedAtMs: number;
  readonly precision: Precision;
  readonly reportedAtMs: number;
  readonly arrivedAtMs: number;
  readonly grade: CrashFacts['grade'];
  readonly code?: number;
  readonly parameters?: Evidence['parameters'];
  readonly decode: Decode;
  readonly dumpFailed: boolean;
  readonly powerButton: boolean;
  readonly disk?: Evidence['disk'];
  readonly driverStack?: Evidence['driverStack'];
  /** Of several dumps of the stop the one that tells most. */
  readonly dump?: DumpFacts;
  readonly evidence: Stopped;
}

/** Takes from the records of one stop what each knows best. */
export function reduceStop(evidence: Stopped): ReducedStop {
  const told = tellsMost(evidence);
  const first = evidence[0]!;
  return {
    id: first.recordId,
    ...when(evidence),
    reportedAtMs: Math.min(...evidence.map(reportedAt)),
    arrivedAtMs: Math.min(...evidence.map((e) => e.receivedAtMs)),
    grade: gradeOf(evidence),
    code: told?.code,
    parameters: told?.parameters,
    decode:
      told === undefined
        ? decodeNoCode()
        : decodeStop({ code: BugcheckCode(told.code!), parameters: told.parameters ?? [] }),
    dumpFailed: evidence.some((e) => e.kind === 'volmgr-161'),
    powerButton: evidence.some((e) => e.powerButton === true),
    disk: evidence.find((e) => e.disk !== undefined)?.disk,
    driverStack: evidence.find((e) => e.driverStack !== undefined)?.driverStack,
    dump: fullestDump(evidence.flatMap(({ dump }) => dump ?? [])),
    evidence,
  };
}

/** Kernel-Power 41 often keeps the code and loses parameters, so among records with a code the fullest wins; a tie goes to the strongest. */
function tellsMost(evidence: Stopped): Evidence | undefined {
  const known = (e: Evidence): number => (e.parameters ?? []).filter((p) => p !== undefined && p !== 0n).length;
  const withCode = evidence.filter((e) => e.code !== undefined && e.code !== 0);
  return withCode.reduce<Evidence | undefined>(
    (best, e) => (best === undefined || known(e) > known(best) ? e : best),
    undefined,
  );
}

function when(evidence: Stopped): { stoppedAtMs: number; precision: Precision } {
  const told = evidence.find((e) => e.kind === 'crash');
  if (told !== undefined) return { stoppedAtMs: reportedAt(told), precision: 'exact' };
  const lastAlive = evidence.map(stoppedAt).find((ms) => ms !== undefined);
  if (lastAlive !== undefined) return { stoppedAtMs: lastAlive, precision: 'last-alive' };
  return { stoppedAtMs: Math.min(...evidence.map(reportedAt)), precision: 'next-boot' };
}

/** A: facts of a dump. B: an event 1001 or 1000, or a crash record. C: Kernel-Power 41 with a code. D: only that it stopped. */
function gradeOf(evidence: Stopped): CrashFacts['grade'] {
  const told = evidence.filter((e) => e.code !== undefined && e.code !== 0);
  if (told.some((e) => e.source === 'dump')) return 'A';
  if (told.some((e) => e.kind !== 'kernel-power-41')) return 'B';
  return told.length > 0 ? 'C' : 'D';
}
