import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, SATA_DISK } from '../crash-facts.fixture.js';
import { BOTH_DISKS_RESET, heard } from '../witnesses.fixture.js';
import { leadUpAdapterResets } from './adapter-resets.rule.js';

describe('lead-up/adapter-resets', () => {
  it('points at the controller when this disk and another on one adapter were reset', () => {
    const [claim] = leadUpAdapterResets.test(
      factsOf(inpageStop(0xc0000185), { disk: SATA_DISK, leadUp: BOTH_DISKS_RESET }),
    );
    expect(claim).toMatchObject({ cause: 'controller', weight: 4.3 });
    expect(claim!.because).toContain('2 disks on adapter 1');
    expect(claim!.evidence).toHaveLength(6);
  });

  it('is silent while the resets are of this disk alone', () => {
    const leadUp = BOTH_DISKS_RESET.filter(({ disk }) => disk === 'this-disk');
    expect(leadUpAdapterResets.test(factsOf(inpageStop(0xc0000185), { leadUp }))).toEqual([]);
  });

  it('is silent when only other disks were reset', () => {
    const leadUp = BOTH_DISKS_RESET.map((one, n) => ({
      ...one,
      disk: 'another-disk' as const,
      event: { ...one.event, serial: `s${n}` },
    }));
    expect(leadUpAdapterResets.test(factsOf(inpageStop(0xc0000185), { leadUp }))).toEqual([]);
  });

  it('keeps adapters apart', () => {
    const leadUp = [
      heard('device-reset', { event: { portNumber: 1 } }),
      heard('device-reset', { disk: 'another-disk', event: { portNumber: 2, serial: 'x' } }),
    ];
    expect(leadUpAdapterResets.test(factsOf(inpageStop(0xc0000185), { leadUp }))).toEqual([]);
  });

  it('weighs less where the events name no adapter', () => {
    const leadUp = BOTH_DISKS_RESET.map((one) => ({ ...one, event: { ...one.event, portNumber: undefined } }));
    expect(leadUpAdapterResets.test(factsOf(inpageStop(0xc0000185), { leadUp }))[0]!.weight).toBe(3.8);
  });
});
