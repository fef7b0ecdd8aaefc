import { CHANGES, type Change, type ComparedCrash } from './compare-crashes.js';

const MOST_GROUPS = 20;
const MOST_EXAMPLES = 10;
/** Of one kind of change, so that the examples show several. */
const MOST_ALIKE = 2;

export interface ChangedGroup {
  readonly id: string;
  readonly title: string;
  readonly what: 'born' | 'gone' | 'grown' | 'shrunk' | 'exchanged';
  readonly before: number;
  readonly after: number;
}

/** What a replay changes, or would. */
export interface ReplayDifference {
  readonly crashes: {
    readonly before: number;
    readonly after: number;
    readonly same: number;
    readonly changed: number;
    readonly born: number;
    readonly gone: number;
    /** Known by another record now. */
    readonly renamed: number;
  };
  /** Crashes per kind of change; one crash may have several. */
  readonly changes: Readonly<Record<Change, number>>;
  /** Most crashes first. */
  readonly causes: readonly { readonly from: string; readonly to: string; readonly crashes: number }[];
  readonly groups: Readonly<Record<'before' | 'after' | ChangedGroup['what'], number>>;
  /** Those that change most, at most 20. */
  readonly changedGroups: readonly ChangedGroup[];
  /** At most 10, of different kinds where there are such. */
  readonly examples: readonly ComparedCrash[];
}

interface GroupCount {
  title: string;
  before: number;
  after: number;
  came: number;
}

/** Adds up comparisons, batch by batch. What it holds grows with the number of groups, not with that of crashes. */
export class DifferenceTally {
  readonly #crashes = { before: 0, after: 0, same: 0, changed: 0, born: 0, gone: 0, renamed: 0 };
  readonly #changes = Object.fromEntries(CHANGES.map((change) => [change, 0])) as Record<Change, number>;
  readonly #causes = new Map<string, { from: string; to: string; crashes: number }>();
  readonly #groups = new Map<string, GroupCount>();
  readonly #examples: ComparedCrash[] = [];
  readonly #alike = new Map<string, number>();

  add(compared: readonly ComparedCrash[]): void {
    for (const crash of compared) this.#addOne(crash);
  }

  difference(): ReplayDifference {
    const counts = [...this.#groups].map(([id, count]) => ({ id, ...count }));
    const groups = counts.flatMap((count) => changedGroup(count) ?? []).sort(byChange);
    const number = (what: ChangedGroup['what']) => groups.filter((group) => group.what === what).length;
    return {
      crashes: { ...this.#crashes },
      changes: { ...this.#changes },
      causes: [...this.#causes.values()].sort((a, b) => b.crashes - a.crashes || (a.from < b.from ? -1 : 1)),
      groups: {
        before: counts.filter(({ before }) => before > 0).length,
        after: counts.filter(({ after }) => after > 0).length,
        ...{ born: number('born'), gone: number('gone'), grown: number('grown') },
        ...{ shrunk: number('shrunk'), exchanged: number('exchanged') },
      },
      changedGroups: groups.slice(0, MOST_GROUPS),
      examples: [...this.#examples],
    };
  }

  #addOne(crash: ComparedCrash): void {
    const { before, after, changes } = crash;
    const kind = kindOf(crash);
    this.#crashes[kind]++;
    if (before) this.#crashes.before++;
    if (after) this.#crashes.after++;
    if (crash.formerId !== undefined) this.#crashes.renamed++;
    for (const change of changes) this.#changes[change]++;
    if (before && after && before.cause !== after.cause) this.#countCause(before.cause, after.cause);
    if (before) this.#group(before.groupId, before.groupTitle).before++;
    if (after) {
      const group = this.#group(after.groupId, after.groupTitle);
      group.after++;
      if (before?.groupId !== after.groupId) group.came++;
    }
    if (kind !== 'same') this.#offer(crash, kind);
  }

  #countCause(from: string, to: string): void {
    const key = `${from} ${to}`;
    const pair = this.#causes.get(key) ?? { from, to, crashes: 0 };
    pair.crashes++;
    this.#causes.set(key, pair);
  }

  #group(id: string, title: string): GroupCount {
    const known = this.#groups.get(id);
    if (known) return known;
    const group = { title, before: 0, after: 0, came: 0 };
    this.#groups.set(id, group);
    return group;
  }

  #offer(crash: ComparedCrash, kind: string): void {
    if (this.#examples.length >= MOST_EXAMPLES) return;
    const alike = `${kind} ${crash.changes[0]} ${crash.before?.cause} ${crash.after?.cause}`;
    const seen = this.#alike.get(alike) ?? 0;
    if (seen >= MOST_ALIKE) return;
    this.#alike.set(alike, seen + 1);
    this.#examples.push(crash);
  }
}

function kindOf({ before, after, changes }: ComparedCrash): 'born' | 'gone' | 'same' | 'changed' {
  if (before === undefined) return 'born';
  if (after === undefined) return 'gone';
  return changes.length === 0 ? 'same' : 'changed';
}

function changedGroup({ id, title, before, after, came }: GroupCount & { id: string }): ChangedGroup | undefined {
  const what = (): ChangedGroup['what'] | undefined => {
    if (before === 0) return 'born';
    if (after === 0) return 'gone';
    if (after !== before) return after > before ? 'grown' : 'shrunk';
    return came > 0 ? 'exchanged' : undefined;
  };
  const changed = what();
  return changed && { id, title, what: changed, before, after };
}

const byChange = (a: ChangedGroup, b: ChangedGroup): number =>
  Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.id < b.id ? -1 : 1);
