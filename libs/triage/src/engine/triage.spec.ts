import { describe, expect, it } from 'vitest';
import { CRASHES, factsOf, inpageStop, NVME_DISK, otherStop, SATA_DISK } from '../rules/crash-facts.fixture.js';
import { claim, type Rule } from '../rules/rule.js';
import { RULES } from '../rules/rules.js';
import { WITNESSED } from '../rules/witnessed-crashes.fixture.js';
import { triage } from './triage.js';

const rule = (id: string, test: Rule['test']): Rule => ({
  id,
  doc: 'A rule.',
  source: 'our inference',
  weight: 6,
  test,
});

describe('triage', () => {
  it.each(Object.entries({ ...CRASHES, ...WITNESSED }))('concludes %s', (name, facts) => {
    expect(triage(facts).cause).toBe(name.split(':')[0]);
  });

  it('goes on without a rule that throws, and names it', () => {
    const broken = rule('status/broken', () => {
      throw new Error('planted');
    });
    const verdict = triage(factsOf(inpageStop(0xc000009c)), [broken, ...RULES]);
    expect(verdict.brokenRules).toEqual(['status/broken']);
    expect(verdict.cause).toBe('media');
  });

  it.each([Number.NaN, 0, -3, Number.POSITIVE_INFINITY])('calls a rule that weighs %d broken', (weight) => {
    const verdict = triage(factsOf(otherStop(0x5)), [rule('status/odd', () => [claim('link', weight, 'Because.')])]);
    expect(verdict.brokenRules).toEqual(['status/odd']);
    expect(verdict.reasons).toEqual([]);
  });

  it('lists the heaviest reason first, each with the rule that gave it', () => {
    const verdict = triage(factsOf(inpageStop(0xc000000e), { disk: SATA_DISK, dumpFailed: true }));
    expect(verdict.reasons.map(({ weight }) => weight)).toEqual([6, 1, 1, 0.5]);
    expect(verdict.reasons[0]).toMatchObject({ rule: 'status/device-gone', cause: 'device-gone' });
  });

  it('is surer of a bad block than of an I/O device error', () => {
    const [block, error] = [0xc000009c, 0xc0000185].map((status) =>
      triage(factsOf(inpageStop(status), { disk: SATA_DISK })),
    );
    expect(block!.confidence).toBeGreaterThan(0.7);
    expect(error!.confidence).toBeLessThan(0.5);
  });

  it('turns a timeout from the link to the controller when the disk is NVMe', () => {
    const onBus = (disk: typeof SATA_DISK) => triage(factsOf(inpageStop(0xc00000b5), { disk })).cause;
    expect([onBus(SATA_DISK), onBus(NVME_DISK)]).toEqual(['link', 'controller']);
  });

  it('never blames the disk for used-up memory', () => {
    const verdict = triage(factsOf(inpageStop(0xc000009a), { disk: SATA_DISK }));
    expect(verdict.reasons.some(({ cause }) => cause === 'media' || cause === 'link')).toBe(false);
    expect(verdict.whoDidIt).toContain('It is not the disk');
    expect(verdict.howToFix).toContain('Do not replace the disk');
  });
});
