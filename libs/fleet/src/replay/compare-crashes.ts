import type { JudgedCrash } from '../digest/judge-stop.js';
import type { StoredCrash } from './replay-store.js';

/** What may differ between a crash as it is kept and as it is judged now. */
export const CHANGES = ['cause', 'sureness', 'group', 'decode', 'disk', 'reasons'] as const;
export type Change = (typeof CHANGES)[number];

/** One side of a change. */
export interface CrashView {
  readonly cause: string;
  readonly confidence: number;
  readonly groupId: string;
  readonly groupTitle: string;
  readonly family: string;
  readonly layout: string;
  readonly status?: number;
  readonly diskId?: string;
  readonly model?: string;
  readonly reasons: readonly { readonly rule: string; readonly weight: number }[];
}

/** One stop before and after. Without `before` it is born, without `after` it is gone. */
export interface ComparedCrash {
  readonly id: string;
  readonly machineId: string;
  readonly stoppedAtMs: number;
  /** Its id before, where a record that is stronger gives it another now. */
  readonly formerId?: string;
  readonly before?: CrashView;
  readonly after?: CrashView;
  /** In the order of `CHANGES`; empty where nothing differs. */
  readonly changes: readonly Change[];
}

/** The steps of the words in a verdict: possibly, probably, most likely (docs/rules.md). */
export type Sureness = 'possibly' | 'probably' | 'most likely';
export const surenessOf = (confidence: number): Sureness =>
  confidence >= 0.6 ? 'most likely' : confidence >= 0.4 ? 'probably' : 'possibly';

/** `real` has some seven digits; a confidence read back from the database is compared as one. */
const asKept = Math.fround;

/**
 * Pairs crashes as they are kept with crashes as they are judged now. A crash is the same when it has the same id, or when one of its
 * records had been the id. `stay`: ids of crashes that nobody judged.
 */
export function compareCrashes(
  stored: readonly StoredCrash[],
  judged: readonly JudgedCrash[],
  stay: ReadonlySet<string>,
  titleOf: (crash: JudgedCrash) => string,
): ComparedCrash[] {
  const left = new Map(stored.map((crash) => [keyOf(crash.machineId, crash.id), crash]));
  const take = (crash: JudgedCrash, id: string): StoredCrash | undefined => {
    const key = keyOf(crash.machineId, id);
    const found = left.get(key);
    left.delete(key);
    return found;
  };
  const byId = judged.map((crash) => take(crash, crash.id));
  const compared = judged.map((crash, i) => {
    let before = byId[i];
    for (let e = 0; before === undefined && e < crash.evidence.length; e++)
      before = take(crash, crash.evidence[e]!.recordId);
    return compare(before, crash, titleOf(crash));
  });
  return [...compared, ...[...left.values()].map((crash) => (stay.has(crash.id) ? unjudged(crash) : gone(crash)))];
}

const keyOf = (machineId: string, id: string): string => `${machineId} ${id}`;

function compare(before: StoredCrash | undefined, crash: JudgedCrash, title: string): ComparedCrash {
  const after = viewOfJudged(crash, title);
  const about = { id: crash.id, machineId: crash.machineId, stoppedAtMs: crash.stoppedAtMs, after };
  if (before === undefined) return { ...about, changes: [] };
  const view = viewOfStored(before);
  return {
    ...about,
    ...(before.id !== crash.id && { formerId: before.id }),
    before: view,
    changes: CHANGES.filter((change) => DIFFERS[change](view, after)),
  };
}

const gone = (crash: StoredCrash): ComparedCrash => ({ ...about(crash), before: viewOfStored(crash), changes: [] });
const unjudged = (crash: StoredCrash): ComparedCrash => ({ ...gone(crash), after: viewOfStored(crash) });
const about = ({ id, machineId, stoppedAtMs }: StoredCrash) => ({ id, machineId, stoppedAtMs });

const DIFFERS: Record<Change, (before: CrashView, after: CrashView) => boolean> = {
  cause: (a, b) => a.cause !== b.cause,
  sureness: (a, b) => surenessOf(a.confidence) !== surenessOf(b.confidence),
  group: (a, b) => a.groupId !== b.groupId,
  decode: (a, b) => a.family !== b.family || a.layout !== b.layout || a.status !== b.status,
  disk: (a, b) => a.diskId !== b.diskId,
  reasons: (a, b) => reasonsText(a) !== reasonsText(b),
};

const reasonsText = ({ reasons }: CrashView): string =>
  reasons
    .map(({ rule, weight }) => `${rule} ${weight}`)
    .sort()
    .join('\n');

const viewOfStored = ({
  machineId: _machine,
  id: _id,
  stoppedAtMs: _at,
  triageVersion: _version,
  ...view
}: StoredCrash) => view;

const viewOfJudged = (crash: JudgedCrash, groupTitle: string): CrashView => ({
  cause: crash.verdict.cause,
  confidence: asKept(crash.verdict.confidence),
  groupId: crash.groupId,
  groupTitle,
  family: crash.decode.family,
  layout: crash.decode.layout,
  status: crash.decode.status,
  diskId: crash.diskId,
  model: crash.model?.model || undefined,
  reasons: crash.verdict.reasons.map(({ rule, weight }) => ({ rule, weight })),
});
