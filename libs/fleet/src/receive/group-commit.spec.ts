import { AppError, type MachineId, type RecordId } from '@inpage/core';
import { describe, expect, it, vi } from 'vitest';
import { GROUP_COMMIT_DEFAULTS, GroupCommit, RecordStore, type RecordRow, type Submission } from './group-commit.js';

const row = (id: string): RecordRow => ({
  machineId: 'bad55d00-0000-4000-8000-00000000cafe' as MachineId,
  id: id as RecordId,
  kind: 4,
  observedAtMs: 0,
  place: 0,
});
const submission = (...ids: string[]): Submission => ({
  body: Buffer.from(ids.join()),
  bodyType: 1,
  places: ids.length,
  rows: ids.map(row),
  clockSkewMs: undefined,
});
const idsOf = (group: readonly Submission[]) => group.map(({ rows }) => rows.map(({ id }) => id as string));

/** Keeps what it is given; each commit waits until the test says how it ends. */
class HeldStore extends RecordStore {
  readonly under: { group: readonly Submission[]; end: (error?: unknown) => void }[] = [];
  readonly #kept = new Set<string>();

  commit(group: readonly Submission[]): Promise<boolean[][]> {
    return new Promise((resolve, reject) => {
      this.under.push({
        group,
        end: (error) =>
          error === undefined
            ? resolve(group.map(({ rows }) => rows.map((r) => this.#isNew(r.id))))
            : reject(error as Error),
      });
    });
  }

  #isNew(id: string): boolean {
    const isNew = !this.#kept.has(id);
    this.#kept.add(id);
    return isNew;
  }

  /** What is under way now, in the order of its beginning. */
  get groups(): string[][][] {
    return this.under.map(({ group }) => idsOf(group));
  }

  async endNext(error?: unknown): Promise<void> {
    this.under.shift()!.end(error);
    await settled();
  }

  async endAll(): Promise<void> {
    while (this.under.length > 0) await this.endNext();
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function setUp(over: Partial<typeof GROUP_COMMIT_DEFAULTS> = {}) {
  const store = new HeldStore();
  const committed = vi.fn<(records: number) => void>();
  return { store, committed, commit: new GroupCommit(store, committed, { ...GROUP_COMMIT_DEFAULTS, ...over }) };
}

describe('group commit', () => {
  it('commits a lone request at once, without a timer', () => {
    vi.useFakeTimers();
    try {
      const { store, commit } = setUp();
      void commit.submit(submission('a'));
      expect(store.groups).toEqual([[['a']]]);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('gathers what arrives while its flushers are busy, and sends it in one group', async () => {
    const { store, commit, committed } = setUp({ flushers: 2 });
    const answers = ['a', 'b', 'c', 'd', 'e'].map((id) => commit.submit(submission(id)));
    expect(store.groups).toEqual([[['a']], [['b']]]);
    await store.endNext();
    expect(store.groups).toEqual([[['b']], [['c'], ['d'], ['e']]]);
    await store.endAll();
    expect(await Promise.all(answers)).toEqual([[true], [true], [true], [true], [true]]);
    expect(committed.mock.calls).toEqual([[1], [1], [3]]);
  });

  it('gives each request its own answer', async () => {
    const { store, commit } = setUp({ flushers: 1 });
    const answers = [submission('a', 'b'), submission('b', 'c'), submission('a')].map((one) => commit.submit(one));
    await store.endAll();
    expect(await Promise.all(answers)).toEqual([[true, true], [false, true], [false]]);
  });

  it('answers only after the commit', async () => {
    const { store, commit } = setUp();
    const answered = vi.fn<() => void>();
    void commit.submit(submission('a')).then(answered);
    await settled();
    expect(answered).not.toHaveBeenCalled();
    await store.endNext();
    expect(answered).toHaveBeenCalledOnce();
  });

  it.each([
    ['records', { recordsPerCommit: 3 }, [[['a']], [['b', 'c'], ['d']]]],
    ['bytes', { bytesPerCommit: 4 }, [[['a']], [['b', 'c'], ['d']]]],
  ])('puts no more %s into a group than the limit', async (_what, limit, groups) => {
    const { store, commit } = setUp({ flushers: 2, ...limit });
    for (const one of [submission('a'), submission('x'), submission('b', 'c'), submission('d'), submission('e')])
      void commit.submit(one);
    store.under.splice(1, 1)[0]!.end();
    await settled();
    expect(store.groups).toEqual(groups);
  });

  it('takes one request that is larger than a group may be, alone', async () => {
    const { store, commit } = setUp({ recordsPerCommit: 1 });
    void commit.submit(submission('a', 'b', 'c'));
    expect(store.groups).toEqual([[['a', 'b', 'c']]]);
  });

  it('tells everybody in the group when the database is away', async () => {
    const { store, commit } = setUp({ flushers: 1 });
    const answers = Promise.allSettled(['a', 'b', 'c'].map((id) => commit.submit(submission(id))));
    await store.endNext();
    const away = Object.assign(new Error('away'), { code: '57P01' });
    await store.endNext(away);
    expect(await answers).toEqual([
      { status: 'fulfilled', value: [true] },
      { status: 'rejected', reason: away },
      { status: 'rejected', reason: away },
    ]);
    expect(store.under).toEqual([]);
  });

  it('isolates a value that the database refuses: its neighbours are committed one by one', async () => {
    const { store, commit, committed } = setUp({ flushers: 1 });
    const answers = Promise.allSettled(['first', 'a', 'bad', 'c'].map((id) => commit.submit(submission(id))));
    await store.endNext();
    const refused = Object.assign(new Error('refused'), { code: '22021' });
    await store.endNext(refused);
    expect(store.groups).toEqual([[['a']]]);
    await store.endNext();
    await store.endNext(refused);
    await store.endNext();
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(committed).toHaveBeenCalledTimes(3);
  });

  it('goes on after a failure', async () => {
    const { store, commit } = setUp({ flushers: 1 });
    const failed = commit.submit(submission('a')).catch((error: Error) => error.message);
    const next = commit.submit(submission('b'));
    await store.endNext(new Error('no code'));
    expect(await failed).toBe('no code');
    await store.endNext();
    expect(await next).toEqual([true]);
  });

  it('refuses what does not fit into the waiting room, and takes more once there is room', async () => {
    const { store, commit } = setUp({ flushers: 1, recordsWaiting: 2 });
    const running = commit.submit(submission('a', 'b'));
    const waiting = commit.submit(submission('c', 'd'));
    await expect(commit.submit(submission('e'))).rejects.toMatchObject({ code: 'too-many-requests' });
    await store.endNext();
    const later = commit.submit(submission('e'));
    await store.endAll();
    expect(await Promise.all([running, waiting, later])).toEqual([[true, true], [true, true], [true]]);
    await expect(commit.submit(submission('f', 'g', 'h'))).rejects.toBeInstanceOf(AppError);
  });

  it('is drained when nothing waits and nothing is under way, and says so to everybody who asked', async () => {
    const { store, commit } = setUp({ flushers: 1 });
    await commit.drain();
    void commit.submit(submission('a'));
    void commit.submit(submission('b'));
    const told: string[] = [];
    const drains = ['one', 'two'].map((who) => commit.drain().then(() => told.push(who)));
    await store.endNext();
    expect(told).toEqual([]);
    await store.endNext();
    await Promise.all(drains);
    expect(told).toEqual(['one', 'two']);
  });
});
