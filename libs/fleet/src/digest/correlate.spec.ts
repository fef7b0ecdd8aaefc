import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate, type Stopped } from './correlate.js';
import type { Evidence } from './evidence.js';
import { bugcheck, DAY, evidence, INPAGE, INPAGE_ELSEWHERE, MINUTE, NOON, ZEROS } from './evidence.fixture.js';
import { history } from './history.fixture.js';

const SECOND = 1000;
/** Crashes as sorted lists of record ids: what two results are compared by. */
const shape = (crashes: readonly Stopped[]): string[][] =>
  crashes.map((crash) => crash.map((e) => e.recordId).sort()).sort();
const kinds = (crashes: readonly Stopped[]) => crashes.map((crash) => crash.map((e) => e.kind));

/** One stop at noon, told by everything there is; the PC was back after two minutes. */
const dump = evidence('crash', NOON, { ...bugcheck, source: 'dump' });
const lastAlive = evidence('eventlog-6008', NOON + 2 * MINUTE, { stoppedAtMs: NOON - MINUTE });
const power = evidence('kernel-power-41', NOON + 2 * MINUTE + 3 * SECOND, bugcheck);
const wer = evidence('wer-1001', NOON + 2 * MINUTE + 30 * SECOND, bugcheck);
const noDump = evidence('volmgr-161', NOON + 2 * MINUTE + SECOND);
const wer1000 = evidence('wer-1000', NOON + 2 * MINUTE + 31 * SECOND, bugcheck);
const everything = [dump, wer, wer1000, power, noDump, lastAlive];

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}

describe('correlate', () => {
  it('makes one crash of all that speaks of one stop, strongest evidence first', () => {
    expect(kinds(correlate(everything))).toEqual([
      ['crash', 'wer-1001', 'wer-1000', 'kernel-power-41', 'volmgr-161', 'eventlog-6008'],
    ]);
  });

  it('makes the same crash in each of the 720 orders of arrival', () => {
    for (const order of permutations(everything)) expect(correlate(order)).toEqual([everything]);
  });

  it('makes one crash of every subset of them that reaches the crash by its code, its parameters or its time', () => {
    const subsets = Array.from({ length: 2 ** everything.length - 1 }, (_, i) =>
      everything.filter((_e, bit) => ((i + 1) >> bit) & 1),
    );
    for (const subset of subsets) expect(correlate(subset)).toHaveLength(1);
  });

  it('has no crash where there is no evidence', () => {
    expect(correlate([])).toEqual([]);
  });

  it('does not touch the list that it is given', () => {
    const given = Object.freeze([...everything].reverse());
    expect(() => correlate(given)).not.toThrow();
  });

  it('tells two crashes within five minutes apart by their parameters, though the code is the same', () => {
    const first = evidence('wer-1001', NOON, bugcheck);
    const firstPower = evidence('kernel-power-41', NOON - 20 * SECOND, bugcheck);
    const second = evidence('wer-1001', NOON + 5 * MINUTE, { code: 0x7a, parameters: INPAGE_ELSEWHERE });
    const secondPower = evidence('kernel-power-41', NOON + 5 * MINUTE - 20 * SECOND, {
      code: 0x7a,
      parameters: INPAGE_ELSEWHERE,
    });
    expect(shape(correlate([secondPower, first, firstPower, second]))).toEqual(
      shape([
        [first, firstPower],
        [second, secondPower],
      ]),
    );
  });

  it('tells two stops apart by their code alone', () => {
    const one = evidence('wer-1001', NOON, { code: 0x7a });
    const other = evidence('kernel-power-41', NOON + SECOND, { code: 0xef });
    expect(correlate([one, other])).toHaveLength(2);
  });

  it('takes 0x1000007E and 0x7E for one code', () => {
    const flagged = evidence('wer-1001', NOON, { code: 0x1000007e, parameters: INPAGE });
    const plain = evidence('kernel-power-41', NOON - SECOND, { code: 0x7e, parameters: INPAGE });
    expect(correlate([flagged, plain])).toHaveLength(1);
  });

  it('reads the zeros of Kernel-Power 41 as "not recorded", which contradicts nothing', () => {
    const zeros = evidence('kernel-power-41', NOON, { code: 0x7a, parameters: ZEROS });
    expect(correlate([zeros, evidence('wer-1001', NOON + 20 * SECOND, bugcheck)])).toHaveLength(1);
    const nothing = evidence('kernel-power-41', NOON, { code: undefined, parameters: ZEROS });
    expect(correlate([nothing, evidence('wer-1001', NOON + 20 * SECOND, bugcheck)])).toHaveLength(1);
  });

  it('takes the copy of an event with its time cut to seconds for the same event', () => {
    const exact = evidence('kernel-power-41', NOON + 733, bugcheck);
    const cut = evidence('kernel-power-41', NOON, bugcheck);
    expect(correlate([exact, cut, wer])).toHaveLength(1);
  });

  it('takes two 1001 minutes apart for one when they carry the same report id, unless it is an empty GUID', () => {
    const at = (ms: number, reportId: string) => evidence('wer-1001', NOON + ms, { ...bugcheck, reportId });
    expect(correlate([at(0, '072226-12345-01'), at(3 * MINUTE, '072226-12345-01')])).toHaveLength(1);
    expect(correlate([at(0, '072226-12345-01'), at(3 * MINUTE, '072226-12399-01')])).toHaveLength(2);
    expect(correlate([at(0, '00000000-0000'), at(3 * MINUTE, '00000000-0000')])).toHaveLength(2);
  });

  it('counts every round of a boot loop', () => {
    const rounds = Array.from({ length: 30 }, (_, i) => [
      evidence('eventlog-6008', NOON + i * MINUTE, { stoppedAtMs: NOON + i * MINUTE - 20 * SECOND }),
      evidence('kernel-power-41', NOON + i * MINUTE + 2 * SECOND, { code: undefined, parameters: ZEROS }),
    ]);
    expect(shape(correlate(rounds.flat()))).toEqual(shape(rounds));
  });

  it('finds the stop of a PC that was off for three days: by equal parameters', () => {
    const back = evidence('wer-1001', NOON + 3 * DAY, bugcheck);
    expect(correlate([dump, back])).toHaveLength(1);
    expect(correlate([dump, { ...back, parameters: INPAGE_ELSEWHERE }])).toHaveLength(2);
  });

  it('finds the stop of a PC that was off for three days: by the last sign of life in 6008', () => {
    const back = [
      evidence('eventlog-6008', NOON + 3 * DAY, { stoppedAtMs: NOON - 2 * MINUTE }),
      evidence('kernel-power-41', NOON + 3 * DAY + SECOND, { parameters: ZEROS }),
    ];
    expect(correlate([dump, ...back])).toHaveLength(1);
  });

  it('does not look further back than a week', () => {
    expect(correlate([dump, evidence('wer-1001', NOON + 8 * DAY, bugcheck)])).toHaveLength(2);
  });

  it('gives each of two crash records the boot that came after it, not one that was nearer but before it', () => {
    const first = [
      evidence('crash', NOON, { code: 0x7a }),
      evidence('kernel-power-41', NOON + 4 * MINUTE, { parameters: ZEROS }),
    ];
    const second = [
      evidence('crash', NOON + 5 * MINUTE, { code: 0x7a }),
      evidence('kernel-power-41', NOON + 9 * MINUTE, { parameters: ZEROS }),
    ];
    expect(shape(correlate([...first, ...second]))).toEqual(shape([first, second]));
  });

  it('takes a dump and an event-made crash record of one moment for one stop', () => {
    const reduced = evidence('crash', NOON + 30 * SECOND, { code: 0x7a, parameters: [INPAGE[0]] });
    expect(kinds(correlate([reduced, dump]))).toEqual([['crash', 'crash']]);
    expect(correlate([reduced, dump])[0]![0]).toBe(dump);
  });

  it('matches by what any of its records knows, not only the first', () => {
    const vague = evidence('crash', NOON - 20 * SECOND, { code: 0x7a });
    expect(correlate([vague, dump, evidence('wer-1001', NOON + 3 * DAY, bugcheck)])).toHaveLength(1);
    const otherStop = evidence('wer-1001', NOON + 2 * MINUTE, { code: 0x7a, parameters: INPAGE_ELSEWHERE });
    expect(shape(correlate([vague, dump, otherStop]))).toEqual(shape([[vague, dump], [otherStop]]));
  });

  it('moves what a wrong clock wrote by what that clock was off', () => {
    const off = evidence('crash', NOON - 5 * DAY, { ...bugcheck, clockSkewMs: 5 * DAY });
    const late = evidence('crash', NOON - 5 * DAY, { ...bugcheck, clockSkewMs: 4 * MINUTE });
    expect(correlate([off, evidence('kernel-power-41', NOON + MINUTE)])).toHaveLength(1);
    expect(correlate([late, evidence('kernel-power-41', NOON + MINUTE)])).toHaveLength(2);
  });
});

/** Two codes, or two values that were both recorded for one parameter. */
const speaksOfTwoStops = (crash: Stopped): boolean => {
  const told = crash.filter((e) => e.code !== undefined);
  const values = [0, 1, 2, 3].map(
    (i) => new Set(told.map((e) => e.parameters?.[i] ?? 0n).filter((value) => value !== 0n)),
  );
  return new Set(told.map((e) => e.code)).size > 1 || values.some((given) => given.size > 1);
};

describe('correlate over whole machine histories', () => {
  const runs = { numRuns: 300 };

  it('finds each stop exactly once, with exactly its evidence', () => {
    fc.assert(
      fc.property(history, (stops) => {
        expect(shape(correlate(stops.flat()))).toEqual(shape(stops));
      }),
      runs,
    );
  });

  it('gives the same crashes in any order of arrival', () => {
    const shuffled = history.chain((stops) =>
      fc.tuple(fc.constant(stops.flat()), fc.shuffledSubarray(stops.flat(), { minLength: stops.flat().length })),
    );
    fc.assert(
      fc.property(shuffled, ([told, arrived]) => {
        const byId = (a: Stopped, b: Stopped) => (a[0]!.recordId < b[0]!.recordId ? -1 : 1);
        expect([...correlate(arrived)].sort(byId)).toEqual([...correlate(told)].sort(byId));
      }),
      runs,
    );
  });

  it('puts every piece of evidence into exactly one crash, whatever the evidence is', () => {
    const anything = fc.array(
      fc.record({
        kind: fc.constantFrom<Evidence['kind']>(
          'crash',
          'wer-1001',
          'wer-1000',
          'kernel-power-41',
          'volmgr-161',
          'eventlog-6008',
        ),
        atMs: fc.integer({ min: 0, max: 40 }).map((step) => NOON + step * 45 * SECOND),
        code: fc.constantFrom(undefined, 0x7a, 0xef),
        parameters: fc.constantFrom(undefined, ZEROS, INPAGE, INPAGE_ELSEWHERE),
        reportId: fc.constantFrom(undefined, 'one', 'two'),
        stoppedAtMs: fc.constantFrom(undefined, NOON),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(anything, (given) => {
        const all = given.map(({ kind, atMs, ...over }) => evidence(kind, atMs, over));
        const crashes = correlate(all);
        expect(
          crashes
            .flat()
            .map((e) => e.recordId)
            .sort(),
        ).toEqual(all.map((e) => e.recordId).sort());
        expect(crashes.every((crash) => crash.length > 0)).toBe(true);
        expect(crashes.filter(speaksOfTwoStops)).toEqual([]);
      }),
      runs,
    );
  });

  // Half a second on a quiet machine; what guards it is the time that any test may take.
  it('copes with a machine that reboots all the time', () => {
    const loop = Array.from({ length: 1250 }, (_, i) => {
      const at = NOON + i * 3 * MINUTE;
      const parameters = [BigInt(i + 1), 0xc000000en, BigInt(i + 7), 0n] as const;
      return [
        evidence('crash', at, { code: 0x7a, parameters }),
        evidence('eventlog-6008', at + 60 * SECOND, { stoppedAtMs: at }),
        evidence('kernel-power-41', at + 62 * SECOND, { parameters: ZEROS }),
        evidence('wer-1001', at + 70 * SECOND, { code: 0x7a, parameters }),
      ];
    });
    expect(correlate(loop.flat())).toHaveLength(1250);
  });
});
