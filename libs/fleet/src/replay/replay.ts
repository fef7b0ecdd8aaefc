import { judgeStops } from '../digest/crashes-of.js';
import { judgeAgain } from './judge-again.js';
import { readAgain, type UnreadableChunk } from './read-again.js';
import { discrepancies, type Discrepancy } from './reconcile.js';
import type { ReplayDifference } from './replay-difference.js';
import type { ReadingChanges, ReplayCounts, ReplayStore, ReplayTransaction } from './replay-store.js';

export interface ReplayOptions {
  /** Says what would change, and changes nothing. */
  readonly dryRun?: boolean;
  /** Leaves alone what was read of records, and judges it again. */
  readonly judgeOnly?: boolean;
  /** Chunks, and machines, in one transaction. */
  readonly batch?: number;
  /** Looked at between batches. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReplayProgress) => void;
}

export interface ReplayProgress {
  readonly phase: 'reading' | 'judging';
  readonly done: number;
  /** As counted at the beginning. */
  readonly total: number;
}

export interface ReplayOutcome {
  readonly dryRun: boolean;
  /** Asked to end before everything was done. What was done is whole; the next run does the rest. */
  readonly stopped: boolean;
  readonly chunks: number;
  readonly machines: number;
  /** Damaged chunks; what was read of them once stays. At most 20 are told. */
  readonly unreadable: readonly UnreadableChunk[];
  /** Absent where records were not read again. */
  readonly readings?: ReadingChanges;
  readonly difference: ReplayDifference;
  /** Rules that threw. */
  readonly brokenRules: readonly string[];
  /** Not of a dry run. */
  readonly reconciled?: {
    readonly before: ReplayCounts;
    readonly after: ReplayCounts;
    /** What does not agree; empty as it should be. */
    readonly discrepancies: readonly Discrepancy[];
  };
}

/** Machines in a transaction, and chunks: more are recounted in fewer steps, and keep a digest that meets them waiting longer. */
export const DEFAULT_BATCH = 100;

type InTransaction = <T>(work: (transaction: ReplayTransaction) => Promise<T>) => Promise<T>;

/**
 * Derives everything from the records anew, while digests go on. Every batch is one transaction that computes the whole of what it
 * touches, so a replay that was killed is simply run again.
 */
export class Replay {
  constructor(
    private readonly store: ReplayStore,
    private readonly judge: typeof judgeStops = judgeStops,
  ) {}

  async run(options: ReplayOptions = {}): Promise<ReplayOutcome> {
    if (options.dryRun) {
      return this.store.rehearse(!options.judgeOnly, (rehearsal) => this.#derive((work) => work(rehearsal), options));
    }
    const before = await this.store.counts();
    const outcome = await this.#derive((work) => this.store.transaction(work), options);
    const after = await this.store.counts();
    return { ...outcome, reconciled: { before, after, discrepancies: discrepancies(after) } };
  }

  async #derive(inTransaction: InTransaction, options: ReplayOptions): Promise<ReplayOutcome> {
    const { batch = DEFAULT_BATCH, signal, onProgress, dryRun = false, judgeOnly = false } = options;
    const told = (phase: ReplayProgress['phase'], total: number) => (done: number) =>
      onProgress?.({ phase, done, total: Math.max(done, total) });
    const read = judgeOnly
      ? { chunks: 0, unreadable: [] }
      : await readAgain(inTransaction, { batch, signal, tell: told('reading', (await this.store.size()).chunks) });
    const judged = await judgeAgain(inTransaction, {
      ...{ batch, signal, dryRun, judge: this.judge },
      tell: told('judging', (await this.store.size()).machines),
    });
    return { dryRun, stopped: signal?.aborted ?? false, ...read, ...judged };
  }
}
