import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, NVME_DISK, SATA_DISK, USB_DISK, VIRTUAL_DISK } from '../crash-facts.fixture.js';
import { MINUTE, heard, heardTimes } from '../witnesses.fixture.js';
import { leadUpResets } from './resets.rule.js';

describe('lead-up/resets', () => {
  const causes = (facts: Parameters<typeof factsOf>[1]) =>
    leadUpResets
      .test(factsOf(inpageStop(), { leadUp: heardTimes(5, 'device-reset'), ...facts }))
      .map(({ cause }) => cause);

  it('suspects the link first on a cable, and the drive with its firmware on NVMe', () => {
    expect(causes({ disk: SATA_DISK })).toEqual(['link', 'controller']);
    expect(causes({ disk: NVME_DISK })[0]).toBe('controller');
    expect(causes({ disk: USB_DISK })).toContain('device-gone');
  });

  it('hears resets (129), retries (153), timeouts, and a disk that is not ready', () => {
    for (const kind of [
      'device-reset',
      'bus-reset',
      'request-timeout',
      'no-response',
      'io-retried',
      'not-ready',
    ] as const)
      expect(leadUpResets.test(factsOf(inpageStop(), { leadUp: heardTimes(3, kind) }))).not.toEqual([]);
  });

  it('weighs a retry less than a reset, for the retry may have gone well', () => {
    const weight = (kind: 'io-retried' | 'device-reset') =>
      leadUpResets.test(factsOf(inpageStop(), { leadUp: heardTimes(3, kind) }))[0]!.weight;
    expect(weight('io-retried')).toBeLessThan(weight('device-reset'));
  });

  it('forgets resets of the next start', () => {
    expect(
      leadUpResets.test(factsOf(inpageStop(), { leadUp: [heard('device-reset', { secondsBefore: -MINUTE })] })),
    ).toEqual([]);
  });

  it('leaves virtual disks to a rule of their own', () => {
    expect(causes({ disk: VIRTUAL_DISK })).toEqual([]);
  });

  it('is no verdict alone after a single reset', () => {
    const [first] = leadUpResets.test(
      factsOf(inpageStop(), { leadUp: [heard('device-reset', { disk: 'unknown-disk' })] }),
    );
    expect(first!.weight).toBeLessThan(2);
  });
});
