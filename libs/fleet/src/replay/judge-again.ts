import type { MachineId } from '@inpage/core';
import { stopsOf, type judgeStops } from '../digest/crashes-of.js';
import { judgeMachines } from '../digest/digest-chunks.js';
import type { JudgedCrash } from '../digest/judge-stop.js';
import { compareCrashes, type ComparedCrash } from './compare-crashes.js';
import { DifferenceTally, type ReplayDifference } from './replay-difference.js';
import type { ReplayTransaction } from './replay-store.js';

interface JudgeAgain {
  readonly batch: number;
  readonly dryRun: boolean;
  readonly signal?: AbortSignal;
  readonly judge: typeof judgeStops;
  readonly tell: (machines: number) => void;
}

export interface JudgeOutcome {
  readonly machines: number;
  readonly difference: ReplayDifference;
  readonly brokenRules: readonly string[];
}

/** Evidence that is held at once; one machine may have five thousand. */
const EVIDENCE_AT_ONCE = 10_000;
/** Smaller than every id. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Judges every machine again, and compares its crashes with those that are kept. */
export async function judgeAgain(
  inTransaction: <T>(work: (transaction: ReplayTransaction) => Promise<T>) => Promise<T>,
  { batch, dryRun, signal, judge, tell }: JudgeAgain,
): Promise<JudgeOutcome> {
  const tally = new DifferenceTally();
  const broken = new Set<string>();
  let done = 0;
  const isStopped = () => signal?.aborted ?? false;
  for (let after = BEFORE_ALL; !isStopped();) {
    const judged = await inTransaction(async (transaction) => {
      const machines = await transaction.machinesAfter(after, { machines: batch, evidence: EVIDENCE_AT_ONCE });
      return machines.length === 0 ? undefined : judgeBatch(transaction, machines, judge, dryRun);
    });
    if (judged === undefined) break;
    after = judged.machines.at(-1)!;
    done += judged.machines.length;
    tally.add(judged.compared);
    for (const rule of judged.brokenRules) broken.add(rule);
    tell(done);
  }
  return { machines: done, difference: tally.difference(), brokenRules: [...broken].sort() };
}

async function judgeBatch(
  transaction: ReplayTransaction,
  machines: readonly MachineId[],
  judge: typeof judgeStops,
  dryRun: boolean,
) {
  if (!dryRun) await transaction.holdMachines(new Set(machines));
  const facts = await transaction.loadMachines(new Set(machines));
  const crashes = await judgeMachines(transaction, facts.map(stopsOf), judge);
  const lookedAt = facts.flatMap(({ evidence }) => evidence.map(({ recordId }) => recordId));
  const compared = await compareBatch(transaction, machines, crashes, lookedAt);
  if (!dryRun) await transaction.saveCrashes(machines, crashes);
  return { machines, compared, brokenRules: crashes.flatMap(({ verdict }) => verdict.brokenRules) };
}

async function compareBatch(
  transaction: ReplayTransaction,
  machines: readonly MachineId[],
  crashes: readonly JudgedCrash[],
  lookedAt: readonly string[],
): Promise<ComparedCrash[]> {
  const stored = await transaction.storedCrashes(machines);
  const ids = new Set<string>(crashes.map(({ id }) => id));
  const missing = stored.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
  const stay =
    missing.length === 0 ? new Set<string>() : await transaction.crashesThatStay(machines, missing, lookedAt);
  return compareCrashes(stored, crashes, stay, (crash) => transaction.groupTitle(crash));
}
