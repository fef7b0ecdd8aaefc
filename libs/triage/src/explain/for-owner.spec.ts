import { CAUSE_CLASSES } from '@inpage/codes';
import { describe, expect, it } from 'vitest';
import { triage } from '../engine/triage.js';
import { CRASHES, factsOf, inpageStop, SATA_DISK } from '../rules/crash-facts.fixture.js';
import { WITNESSED } from '../rules/witnessed-crashes.fixture.js';
import { heard, kinStop } from '../rules/witnesses.fixture.js';
import { forOwner } from './for-owner.js';

const all = Object.entries({ ...CRASHES, ...WITNESSED });
const onSata = factsOf(inpageStop(0xc000009c), { disk: SATA_DISK });
const of = (confidence: number, cause: (typeof CAUSE_CLASSES)[number] = 'media', facts = onSata) =>
  forOwner({ facts, cause, confidence, reasons: [] });

describe('for the owner', () => {
  it.each(all)('is one paragraph without codes, in words that need no explaining: %s', (_, facts) => {
    const text = triage(facts).forOwner;
    expect(text).not.toMatch(
      /\n|0x|STATUS_|[A-Z]{2,}_|SMART|NVMe|SATA|StorPort|miniport|controller|firmware|driver|bugcheck|\d{2,}/,
    );
    expect(text.length).toBeLessThan(750);
    expect(text).toMatch(/^Your PC /);
  });

  it('says something else for every cause', () => {
    expect(new Set(CAUSE_CLASSES.map((cause) => of(0.5, cause))).size).toBe(CAUSE_CLASSES.length);
  });

  it('is as sure as the verdict', () => {
    expect([of(0.7), of(0.5), of(0.35)].map((text) => /most likely|probably|perhaps/.exec(text)![0])).toEqual([
      'most likely',
      'probably',
      'perhaps',
    ]);
    expect(of(0.7)).toContain('should be replaced');
    expect(of(0.5)).toContain('may have to replace it');
  });

  it('claims no reason for a verdict that has none', () => {
    const text = of(0, 'unknown');
    expect(text).toContain('Why is not clear yet');
    expect(text).not.toMatch(/most likely|probably|perhaps/);
  });

  it('asks for a copy today when the disk may not last, and for nothing when it is not the disk', () => {
    expect(of(0.7)).toContain('copy the files that you cannot do without to another place today');
    expect(of(0.7, 'resources')).not.toContain('copy the files');
  });

  it('passes on what the disk said of its end, whatever stopped the PC', () => {
    const facts = { ...onSata, leadUp: [heard('failure-predicted')] };
    expect(of(0.7, 'resources', facts)).toContain(
      'Apart from that, the disk has given warning that it may fail, so please copy',
    );
    expect(of(0.5, 'media', facts)).toContain('It is urgent');
  });

  it('does not promise whole files after bad blocks', () => {
    const clean = of(0.7, 'controller');
    const damaged = of(0.7, 'controller', { ...onSata, leadUp: [heard('bad-block')] });
    expect(clean).toContain('no sign that saved files are damaged');
    expect(damaged).toContain('some may be damaged');
    expect(damaged).not.toContain('no sign');
  });

  it('asks not to wait when it is not the first time', () => {
    expect(of(0.7, 'media', { ...onSata, kin: [kinStop(0xc000009c)] })).toContain('has happened before');
    expect(of(0.7, 'media', { ...onSata, kin: [kinStop(0xc000009c, { daysBefore: -1 })] })).not.toContain('before, so');
  });
});
