import { describe, expect, it } from 'vitest';
import { crashesOf } from '../digest/crashes-of.js';
import type { JudgedCrash } from '../digest/judge-stop.js';
import { compareCrashes, surenessOf } from './compare-crashes.js';
import { DifferenceTally } from './replay-difference.js';
import { evidenceOf, MACHINE } from './replay.fixture.js';
import type { StoredCrash } from './replay-store.js';

const NOBODY: ReadonlySet<string> = new Set();
const DAY = 86_400_000;
const title = (crash: JudgedCrash) => `group of ${crash.groupKey}`;
const [first, second] = crashesOf({
  machineId: MACHINE,
  inventories: [],
  evidence: [evidenceOf(1, 0), evidenceOf(2, 9 * DAY)],
});

/** As the crash would be kept. */
const kept = (crash: JudgedCrash, over: Partial<StoredCrash> = {}): StoredCrash => ({
  ...{ machineId: MACHINE, id: crash.id, stoppedAtMs: crash.stoppedAtMs, triageVersion: 1 },
  ...{ groupId: crash.groupId, groupTitle: title(crash), diskId: crash.diskId, model: crash.model?.model },
  ...{ cause: crash.verdict.cause, confidence: Math.fround(crash.verdict.confidence), reasons: crash.verdict.reasons },
  ...{ family: crash.decode.family, layout: crash.decode.layout, status: crash.decode.status },
  ...over,
});
const compared = (stored: StoredCrash[], judged: JudgedCrash[], stay = NOBODY) =>
  compareCrashes(stored, judged, stay, title);
const difference = (...given: Parameters<typeof compared>) => {
  const tally = new DifferenceTally();
  tally.add(compared(...given));
  return tally.difference();
};

describe('two crashes', () => {
  it('are the same as they come back from the database', () => {
    expect(compared([kept(first!)], [first!])).toMatchObject([{ id: first!.id, changes: [] }]);
  });

  it.each<[string, Partial<StoredCrash>, string[]]>([
    ['cause', { cause: 'memory' }, ['cause']],
    ['sureness', { confidence: first!.verdict.confidence < 0.5 ? 0.9 : 0.1 }, ['sureness']],
    ['group', { groupId: 'other' as never }, ['group']],
    ['status', { status: 7 }, ['decode']],
    ['layout', { layout: 'NT' }, ['decode']],
    ['disk', { diskId: 'other' }, ['disk']],
    ['reasons', { reasons: [] }, ['reasons']],
    ['cause and disk', { cause: 'memory', diskId: 'other' }, ['cause', 'disk']],
  ])('differ by %s', (_what, over, changes) => {
    expect(compared([kept(first!, over)], [first!])[0]!.changes).toEqual(changes);
  });

  it('are one when the former id is that of a record of the other', () => {
    const [merged] = crashesOf({
      machineId: MACHINE,
      inventories: [],
      evidence: [evidenceOf(1, 0), evidenceOf(3, 1000)],
    });
    const other = merged!.evidence.find(({ recordId }) => recordId !== merged!.id)!.recordId;
    expect(compared([kept(merged!, { id: other })], [merged!])).toMatchObject([
      { id: merged!.id, formerId: other, changes: [] },
    ]);
  });

  it('are two when one of them keeps the id that the other is made of', () => {
    const both = compared([kept(first!), kept(second!)], [second!, first!]);
    expect(both.map(({ formerId, changes }) => [formerId, changes])).toEqual([
      [undefined, []],
      [undefined, []],
    ]);
  });
});

describe('a difference', () => {
  it('counts what is born, gone, and left as it is', () => {
    expect(difference([], [first!]).crashes).toMatchObject({ before: 0, after: 1, born: 1 });
    expect(difference([kept(first!)], []).crashes).toMatchObject({ before: 1, after: 0, gone: 1 });
    expect(difference([kept(first!)], [], new Set([first!.id])).crashes).toMatchObject({
      before: 1,
      after: 1,
      same: 1,
    });
  });

  it('balances: before - gone + born = after, for crashes and for groups', () => {
    const { crashes, groups } = difference(
      [kept(first!, { groupId: 'old' as never }), kept(second!, { id: 'lost' })],
      [first!, second!],
    );
    expect(crashes.before - crashes.gone + crashes.born).toBe(crashes.after);
    expect(groups.before - groups.gone + groups.born).toBe(groups.after);
    expect(groups).toMatchObject({ born: 0, gone: 1, grown: 1 });
  });

  it('tells from which cause to which, most first, and shows at most ten examples, not all alike', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      kept(first!, { machineId: `m${i}` as never, cause: i < 20 ? 'memory' : 'virtual' }),
    );
    const judged = many.map(({ machineId }) => ({ ...first!, machineId }));
    const { causes, examples } = difference(many, judged);
    expect(causes.map(({ from, crashes }) => [from, crashes])).toEqual([
      ['memory', 20],
      ['virtual', 10],
    ]);
    expect(examples).toHaveLength(4);
  });

  it('names the twenty groups that change most', () => {
    const stored = Array.from({ length: 50 }, (_, i) => kept(first!, { id: `c${i}`, groupId: `g${i % 30}` as never }));
    const { groups, changedGroups } = difference(stored, []);
    expect(groups).toMatchObject({ before: 30, gone: 30, after: 0 });
    expect(changedGroups.map(({ before }) => before)).toEqual(Array(20).fill(2));
  });
});

it.each([
  [0.39, 'possibly'],
  [0.4, 'probably'],
  [0.6, 'most likely'],
])('a confidence of %d is %s', (confidence, words) => expect(surenessOf(confidence)).toBe(words));
