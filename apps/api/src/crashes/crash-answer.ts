import type { rest } from '@inpage/contracts';
import { statusAnswer } from '@inpage/fleet';
import type { CrashItem } from '@inpage/storage';
import type { Verdict } from '@inpage/triage';
import type { z } from 'zod';
import { bugcheckName, hex32 } from './code-answer.js';

type CrashSummary = z.output<typeof rest.crashSummary>;
type StoredVerdict = Omit<Verdict, 'forOwner'> & { readonly forOwner?: string };

export function crashSummaryOf(row: CrashItem): CrashSummary {
  return {
    id: row.id,
    machine: { id: row.machine_id, computer: row.computer },
    groupId: row.group_id,
    title: row.title,
    stoppedAt: row.stopped_at.toISOString(),
    stoppedAtPrecision: row.stopped_at_precision as CrashSummary['stoppedAtPrecision'],
    arrivedAt: row.arrived_at.toISOString(),
    grade: row.grade as CrashSummary['grade'],
    code: hex32(row.code),
    bugcheckName: bugcheckName(row.code),
    status: statusAnswer(row.status),
    cause: row.cause as CrashSummary['cause'],
    confidence: row.confidence,
    disk: row.model === null ? null : { id: row.disk_id, model: row.model, firmware: row.firmware, serial: row.serial },
  };
}

/** Verdicts that were stored before there was a text for the owner have none. */
export const verdictOf = (stored: StoredVerdict, triageVersion: number): z.output<typeof rest.verdict> => ({
  cause: stored.cause,
  confidence: stored.confidence,
  reasons: stored.reasons.map(({ evidence, ...reason }) => ({ ...reason, evidence: evidence && [...evidence] })),
  brokenRules: [...stored.brokenRules],
  whatHappened: stored.whatHappened,
  whoDidIt: stored.whoDidIt,
  howToFix: stored.howToFix,
  forOwner: stored.forOwner ?? '',
  triageVersion,
});

/** Driver names with their versions, which are stored beside them in the same order. */
export const driverStackOf = (
  drivers: readonly string[] | null,
  versions: readonly (string | null)[] | null,
): z.output<typeof rest.driverVersion>[] | null =>
  drivers && drivers.map((name, place) => ({ name, version: versions?.[place] || null }));
