import { existsSync } from 'node:fs';
import { CAUSE_CLASSES } from '@inpage/codes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triage } from '../engine/triage.js';
import { anyFacts } from './any-facts.fixture.js';
import { CRASHES, factsOf, inpageStop, SATA_DISK } from './crash-facts.fixture.js';
import { CHANGES, lowered } from './monotone.fixture.js';
import { claim, MONOTONE, type Rule } from './rule.js';
import { RULES } from './rules.js';
import { WITNESSED } from './witnessed-crashes.fixture.js';
import { heard } from './witnesses.fixture.js';

const here = (path: string): URL => new URL(path, import.meta.url);
const fixtures = [...Object.values(CRASHES), ...Object.values(WITNESSED)];

describe('every rule', () => {
  it('has an id of its own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it.each(RULES)('$id is well formed: id, one sentence, source, weight', ({ id, doc, source, weight }) => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
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
        for (const { cause, weight, because, evidence = [] } of rule.test(facts)) {
          expect(CAUSE_CLASSES).toContain(cause);
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(rule.weight);
          expect(because).toMatch(/\.$/);
          expect(evidence.length).toBeLessThanOrEqual(20);
        }
      }),
    );
  });

  it.each(RULES)('$id names as evidence nothing but events and kin that it was given', (rule) => {
    for (const facts of fixtures) {
      const given = [
        ...(facts.leadUp ?? []).map((one) => one.recordId),
        ...(facts.kin ?? []).map((one) => one.crashId),
      ];
      for (const { evidence = [] } of rule.test(facts)) expect(given).toEqual(expect.arrayContaining([...evidence]));
    }
  });
});

const declared = RULES.flatMap((rule) => (rule.monotone ?? []).map((kind) => [rule.id, kind, rule] as const));

describe('a rule that calls itself monotone', () => {
  it.each(MONOTONE)('exists for %s', (kind) => {
    expect(declared.filter(([, declaredKind]) => declaredKind === kind).length).toBeGreaterThan(0);
  });

  it.each(declared)('%s is so with %s, on every fixture and on any facts', (_, kind, rule) => {
    const pairs = fixtures.flatMap((facts) => {
      const after = rule.test(facts).length === 0 ? undefined : CHANGES[kind](facts, 0);
      return after === undefined ? [] : [[facts, after] as const];
    });
    expect(pairs.length).toBeGreaterThan(0);
    for (const [before, after] of pairs) expect(lowered(rule, before, after)).toEqual([]);
    fc.assert(
      fc.property(anyFacts, fc.nat(7), (facts, pick) => {
        const after = CHANGES[kind](facts, pick);
        if (after !== undefined) expect(lowered(rule, facts, after)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('would be caught lying', () => {
    const liar: Rule = {
      ...RULES[0]!,
      monotone: ['more-events'],
      test: ({ leadUp = [] }) =>
        leadUp.length === 0 ? [] : [claim('media', 6 / leadUp.length, 'The first was enough.')],
    };
    const facts = factsOf(inpageStop(), { disk: SATA_DISK, leadUp: [heard('bad-block')] });
    expect(lowered(liar, facts, CHANGES['more-events'](facts, 0)!)).toEqual(['media']);
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
