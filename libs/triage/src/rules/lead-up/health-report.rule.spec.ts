import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, SATA_DISK } from '../crash-facts.fixture.js';
import { DAY, MINUTE, heard, nvmeHealth } from '../witnesses.fixture.js';
import { leadUpHealthReport } from './health-report.rule.js';

describe('lead-up/health-report', () => {
  const test = (event: object, over: object = {}) =>
    leadUpHealthReport.test(
      factsOf(inpageStop(), { disk: SATA_DISK, leadUp: [heard('nvme-health', { event, ...over })] }),
    );

  it('tells every complaint of a report and weighs the heaviest', () => {
    const claims = test({ nvmeHealth: nvmeHealth({ criticalWarning: 0x0c, mediaErrors: 7n }) });
    expect(claims).toEqual([
      {
        cause: 'media',
        weight: 4,
        because:
          '5 minutes before the stop the disk reported that its reliability is degraded, that it went read-only and 7 media errors.',
        evidence: ['record-nvme-health'],
      },
    ]);
  });

  it('takes heat for a reason to hang, not for damage', () => {
    expect(test({ nvmeHealth: nvmeHealth({ criticalWarning: 2 }) })[0]).toMatchObject({
      cause: 'controller',
      weight: 1,
    });
  });

  it('reads sector counts of SMART, and only their lower 32 bits', () => {
    const smart = (id: number, raw: number) => test({ smartAttributes: [{ id, raw, current: 100, worst: 100 }] });
    expect(smart(197, 8)[0]!.because).toContain('8 pending sectors');
    expect(smart(197, 0x1_0000_0000)).toEqual([]);
    expect(smart(194, 41)).toEqual([]);
    expect(smart(199, 3)[0]).toMatchObject({ cause: 'link', weight: 0.5 });
  });

  it('has nothing to say about a healthy disk, or about another one', () => {
    expect(test({ nvmeHealth: nvmeHealth() })).toEqual([]);
    expect(test({ nvmeHealth: nvmeHealth({ criticalWarning: 4 }) }, { disk: 'another-disk' })).toEqual([]);
  });

  it('takes the report nearest to the stop', () => {
    const leadUp = [
      heard('nvme-health', { secondsBefore: 2 * DAY, event: { nvmeHealth: nvmeHealth({ mediaErrors: 1n }) } }),
      heard('nvme-health', { secondsBefore: MINUTE, event: { nvmeHealth: nvmeHealth({ mediaErrors: 9n }) } }),
    ];
    expect(leadUpHealthReport.test(factsOf(inpageStop(), { leadUp }))[0]!.because).toContain('9 media errors');
  });
});
