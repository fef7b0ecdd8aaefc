import { AppError, type MachineId, type RecordId } from '@inpage/core';

/** One record on its way into storage. */
export interface RecordRow {
  readonly machineId: MachineId;
  readonly id: RecordId;
  /** KIND_NUMBERS: 1 event, 2 crash, 3 inventory, 4 beat, 5 dump. */
  readonly kind: number;
  readonly observedAtMs: number;
  /** Its place among the records of its body, rejected ones counted. */
  readonly place: number;
  readonly eventId?: number;
  readonly provider?: string;
}

/** One request: its body as it came, and the records in it that may be stored. */
export interface Submission {
  readonly body: Buffer;
  /** BODY_TYPES, plus 16 when the bytes are gzip. */
  readonly bodyType: number;
  /** All records of the body, rejected ones too: how far the next body's ordinals are moved. */
  readonly places: number;
  readonly rows: readonly RecordRow[];
  readonly clockSkewMs: number | undefined;
}

/** Commits submissions in one transaction and says, row by row, which records are new. All or nothing. */
export abstract class RecordStore {
  /** Resolves after commit to one list per submission: `true` where the record was not there before. */
  abstract commit(submissions: readonly Submission[]): Promise<boolean[][]>;
}

export interface GroupCommitLimits {
  /** Commits under way at once. Two keep the database busy while the next group gathers; more split the groups. */
  readonly flushers: number;
  readonly recordsPerCommit: number;
  readonly bytesPerCommit: number;
  /** Records that may wait; more are refused with `too-many-requests`. */
  readonly recordsWaiting: number;
}

export const GROUP_COMMIT_DEFAULTS: GroupCommitLimits = {
  flushers: 2,
  recordsPerCommit: 1000,
  bytesPerCommit: 4 * 1024 * 1024,
  recordsWaiting: 20_000,
};

interface Waiting {
  readonly submission: Submission;
  readonly resolve: (isNew: boolean[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Many requests share one commit: while a commit is under way, whatever arrives gathers and goes with the next. There is no
 * timer; an idle server commits a lone request at once.
 */
export class GroupCommit {
  readonly #waiting: Waiting[] = [];
  #recordsWaiting = 0;
  #underWay = 0;
  readonly #drains: (() => void)[] = [];

  constructor(
    private readonly store: RecordStore,
    private readonly committed: (records: number) => void,
    private readonly limits: GroupCommitLimits = GROUP_COMMIT_DEFAULTS,
  ) {}

  /** Resolves after commit. Rejects with `too-many-requests` before anything was kept, or with what the store threw. */
  submit(submission: Submission): Promise<boolean[]> {
    if (this.#recordsWaiting + submission.rows.length > this.limits.recordsWaiting) {
      return Promise.reject(new AppError('too-many-requests', `${this.#recordsWaiting} records wait to be committed.`));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ submission, resolve, reject });
      this.#recordsWaiting += submission.rows.length;
      this.#flush();
    });
  }

  /** Resolves when nothing waits and nothing is under way. */
  async drain(): Promise<void> {
    if (this.#isIdle()) return;
    await new Promise<void>((resolve) => this.#drains.push(resolve));
  }

  #flush(): void {
    while (this.#underWay < this.limits.flushers && this.#waiting.length > 0) {
      this.#underWay++;
      void this.#commit(this.#take()).finally(() => {
        this.#underWay--;
        this.#flush();
        if (this.#isIdle()) for (const resolve of this.#drains.splice(0)) resolve();
      });
    }
  }

  #isIdle(): boolean {
    return this.#waiting.length === 0 && this.#underWay === 0;
  }

  #take(): Waiting[] {
    let records = 0;
    let bytes = 0;
    let count = 0;
    for (const { submission } of this.#waiting) {
      records += submission.rows.length;
      bytes += submission.body.length;
      if (count > 0 && (records > this.limits.recordsPerCommit || bytes > this.limits.bytesPerCommit)) break;
      count++;
    }
    const group = this.#waiting.splice(0, count);
    for (const { submission } of group) this.#recordsWaiting -= submission.rows.length;
    return group;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.store.commit(group.map(({ submission }) => submission));
      group.forEach(({ resolve }, i) => resolve(answers[i]!));
      this.committed(group.reduce((sum, { submission }) => sum + submission.rows.length, 0));
    } catch (error) {
      if (group.length > 1 && isDataFault(error)) return void (await this.#oneByOne(group));
      for (const { reject } of group) reject(error);
    }
  }

  /** A value that the database refuses must not sink its neighbours. */
  async #oneByOne(group: readonly Waiting[]): Promise<void> {
    for (const one of group) await this.#commit([one]);
  }
}

/** SQLSTATE class 22: data exception. */
const isDataFault = (error: unknown): boolean => String((error as { code?: unknown }).code ?? '').startsWith('22');
