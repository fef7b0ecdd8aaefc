import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triage } from '../engine/triage.js';
import { anyFacts } from '../rules/any-facts.fixture.js';
import { CRASHES } from '../rules/crash-facts.fixture.js';
import { WITNESSED } from '../rules/witnessed-crashes.fixture.js';
import { dumpOf, history, kinStop } from '../rules/witnesses.fixture.js';
import type { CrashFacts, Verdict } from '../verdict.js';
import type { DriverChange, KinStop, LeadUpEvent } from '../witnesses.js';
import { anyDiskEvent, anyName } from './disk-events.fixture.js';
import { expectTidy } from './tidy-text.fixture.js';

const MOST_CHARS = 2000;
const FIXTURES = Object.entries({ ...CRASHES, ...WITNESSED });
const textsOf = (verdict: Verdict): readonly string[] => [
  verdict.whatHappened,
  verdict.whoDidIt,
  verdict.howToFix,
  verdict.forOwner,
];

const which = fc.constantFrom('this-disk' as const, 'another-disk' as const, 'unknown-disk' as const);
const events: fc.Arbitrary<LeadUpEvent> = fc.record({
  recordId: fc.uuid(),
  secondsBefore: fc.oneof(fc.integer({ min: -86_400, max: 604_800 }), fc.double({ min: -10, max: 900, noNaN: true })),
  disk: which,
  event: anyDiskEvent,
});
/** Up to 400 of them, made of a handful: every event by itself would take seconds. */
const manyEvents = fc
  .tuple(fc.array(events, { minLength: 1, maxLength: 12 }), fc.nat(400))
  .map(([few, length]) => Array.from({ length }, (_, n) => few[n % few.length]!));
const kin: fc.Arbitrary<KinStop> = fc
  .record({ daysBefore: fc.double({ min: -30, max: 30, noNaN: true }), disk: which, of: fc.constantFrom(...FIXTURES) })
  .map(({ of: [, { decode }], ...where }) => kinStop(0, { ...where, decode }));
const changes: fc.Arbitrary<DriverChange> = fc.record({
  driver: anyName,
  from: fc.option(anyName, { nil: undefined }),
  to: fc.option(anyName, { nil: undefined }),
  daysBefore: fc.double({ min: 0, max: 30, noNaN: true }),
});
const ms = fc.double({ min: 0, max: 1e7, noNaN: true });
const dump = fc
  .record({
    addressModule: fc.option(anyName, { nil: undefined }),
    instructionModule: fc.option(anyName, { nil: undefined }),
    outstanding: fc.array(fc.record({ opcode: fc.constant(0x28), ageMs: ms }), { maxLength: 12 }),
    failed: fc.array(fc.record({ opcode: fc.constant(0x28), srbStatusName: anyName }), { maxLength: 12 }),
    slowestMs: ms,
  })
  .map(({ outstanding, failed, slowestMs, ...modules }) =>
    dumpOf({ ...modules, storage: history({ outstanding, failed, slowestMs }) }),
  );

/** A fixture whose names are long and whose witnesses are many. */
const witnessed: fc.Arbitrary<CrashFacts> = fc
  .record({
    of: fc.constantFrom(...FIXTURES),
    model: anyName,
    firmware: anyName,
    leadUp: manyEvents,
    kin: fc.array(kin, { maxLength: 20 }),
    driverChanges: fc.array(changes, { maxLength: 10 }),
    driverStack: fc.array(anyName, { maxLength: 16 }),
    dump,
  })
  .map(({ of: [, facts], model, firmware, ...witnesses }) => ({
    ...facts,
    ...witnesses,
    disk: facts.disk && { ...facts.disk, model, firmware },
  }));

describe('all texts of a verdict', () => {
  it.each(FIXTURES)('are tidy and bounded: %s', (_, facts) => {
    for (const text of textsOf(triage(facts))) {
      expectTidy(text);
      expect(text.length).toBeLessThanOrEqual(MOST_CHARS);
    }
  });

  it('stay tidy and bounded with hundreds of events and long names', () => {
    fc.assert(
      fc.property(witnessed, (facts) => {
        for (const text of textsOf(triage(facts))) {
          expectTidy(text);
          expect(text.length).toBeLessThanOrEqual(MOST_CHARS);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same for the same facts, and never missing, whatever the facts', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const texts = textsOf(triage(facts));
        expect(textsOf(triage(facts))).toEqual(texts);
        for (const text of texts) {
          expect(text).toMatch(/[.!?]$/);
          expect(text.length).toBeLessThanOrEqual(MOST_CHARS);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('tell every fixture apart', () => {
    const texts = FIXTURES.map(([, facts]) => textsOf(triage(facts)).join('\n'));
    expect(new Set(texts).size).toBe(texts.length);
  });
});
