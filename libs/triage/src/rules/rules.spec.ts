import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { BugcheckCode, CAUSE_CLASSES, NT_STATUS_ENTRIES, NtStatus, BUGCHECKS } from '@inpage/codes';
import { describe, expect, it } from 'vitest';
import { triage } from '../engine/triage.js';
import type { Decode, Layout } from '../stop.js';
import type { CrashFacts, DiskFacts } from '../verdict.js';
import { CRASHES } from './crash-facts.fixture.js';
import { RULES } from './rules.js';

const here = (path: string): URL => new URL(path, import.meta.url);
const fixtures = Object.values(CRASHES);

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const status = fc.oneof(u32.map(NtStatus), fc.constantFrom(...NT_STATUS_ENTRIES.map(({ code }) => code)));
const code = fc.oneof(u32.map(BugcheckCode), fc.constantFrom(...BUGCHECKS.map(({ code: known }) => known)));
const layouts: readonly Layout[] = [
  'A',
  'B',
  'C',
  'C-old',
  'NT',
  '77-signature',
  '77-status',
  '1A-crc',
  '1A-store',
  'ED',
  'none',
];
const parameter = fc.record({
  number: fc.integer({ min: 1, max: 4 }),
  value: optional(fc.string()),
  label: fc.string(),
  meaning: fc.string(),
});

const decodes: fc.Arbitrary<Decode> = fc.record({
  code,
  name: fc.string(),
  family: fc.oneof(fc.constantFrom('inpage', 'unclean-shutdown', 'bugcheck-0x9f'), fc.string()),
  layout: fc.constantFrom(...layouts),
  status: optional(status),
  statusNotRecorded: fc.boolean(),
  backing: fc.constantFrom('paging-file', 'section', 'unknown'),
  pageFileNumber: optional(fc.nat()),
  parameters: fc.array(parameter, { maxLength: 4 }),
  warnings: fc.array(fc.string(), { maxLength: 2 }),
});

const disks: fc.Arbitrary<DiskFacts> = fc.record({
  model: fc.string(),
  firmware: optional(fc.string()),
  busType: optional(fc.integer({ min: -1, max: 30 })),
  mediaType: optional(fc.integer({ min: 0, max: 9 })),
  removable: fc.boolean(),
  virtual: fc.boolean(),
  bridged: fc.boolean(),
  holdsPageFile: fc.boolean(),
  isBoot: fc.boolean(),
});

const anyFacts: fc.Arbitrary<CrashFacts> = fc.record({
  decode: decodes,
  grade: fc.constantFrom('A', 'B', 'C', 'D'),
  disk: optional(disks),
  diskRule: optional(fc.oneof(fc.constantFrom('recorded', 'only-disk', 'constructor', '__proto__'), fc.string())),
  driverStack: optional(
    fc.array(fc.oneof(fc.constantFrom('disk', 'storahci', 'viostor'), fc.string()), { maxLength: 6 }),
  ),
  dumpFailed: fc.boolean(),
  powerButton: fc.boolean(),
});

describe('every rule', () => {
  it('has an id of its own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it.each(RULES)('$id is well formed: id, one sentence, source, weight', ({ id, doc, source, weight }) => {
    expect(id).toMatch(/^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(doc).toMatch(/^[A-Z0-9].*\.$/);
    expect(doc).not.toMatch(/\. [A-Z]/);
    expect(source).toMatch(/https:\/\/|[Oo]ur inference|Microsoft's page/);
    expect(weight).toBeGreaterThan(0);
  });

  it.each(RULES)('$id lies in the file that its id names, with a spec beside it', ({ id }) => {
    expect(existsSync(here(`./${id}.rule.ts`))).toBe(true);
    expect(existsSync(here(`./${id}.rule.spec.ts`))).toBe(true);
  });

  it.each(RULES)('$id is exercised by a fixture', (rule) => {
    expect(fixtures.filter((facts) => rule.test(facts).length > 0).length).toBeGreaterThan(0);
  });

  it.each(RULES)('$id never throws, and claims whole sentences within its weight, whatever the facts', (rule) => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { cause, weight, because } of rule.test(facts)) {
          expect(CAUSE_CLASSES).toContain(cause);
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(rule.weight);
          expect(because).toMatch(/\.$/);
        }
      }),
    );
  });
});

describe('triage over any facts', () => {
  it('gives a verdict with a confidence from 0 to 1, three texts and no broken rule', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const verdict = triage(facts);
        expect(verdict.brokenRules).toEqual([]);
        expect(verdict.confidence).toBeGreaterThanOrEqual(0);
        expect(verdict.confidence).toBeLessThan(1);
        expect(verdict.cause === 'unknown').toBe(verdict.confidence === 0);
        for (const text of [verdict.whatHappened, verdict.whoDidIt, verdict.howToFix]) {
          expect(text.length).toBeGreaterThan(20);
          expect(text).not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the rules', () => {
    const reversed = [...RULES].reverse();
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const [there, back] = [triage(facts), triage(facts, reversed)];
        expect([back.cause, back.confidence]).toEqual([there.cause, there.confidence]);
      }),
    );
  });
});
