import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, SATA_DISK, USB_DISK } from '../crash-facts.fixture.js';
import { HOUR, MINUTE, heard } from '../witnesses.fixture.js';
import { leadUpRemoved } from './removed.rule.js';

describe('lead-up/removed', () => {
  const test = (...leadUp: ReturnType<typeof heard>[]) =>
    leadUpRemoved.test(factsOf(inpageStop(), { disk: SATA_DISK, leadUp }));

  it.each([
    ['a surprise removal', heard('surprise-removed')],
    ['disk 51 with STATUS_NO_SUCH_DEVICE', heard('paging-error', { event: { status: 0xc000000e } })],
    ['a request that found no device', heard('request-failed', { event: { srbStatus: 0x08 } })],
    ['a dump that lost its device', heard('dump-device-gone')],
  ])('knows that the disk left by %s', (_, event) => {
    expect(test(event)[0]).toMatchObject({ cause: 'device-gone', weight: 3.3 });
  });

  it('sees a new arrival of the same disk within the hour', () => {
    const at = (arrival: number, secondsBefore: number) => heard('io-retried', { secondsBefore, event: { arrival } });
    expect(test(at(1, 20 * MINUTE), at(2, 5 * MINUTE))[0]!.because).toContain('came back');
    expect(test(at(1, 20 * MINUTE), at(1, 5 * MINUTE))).toEqual([]);
    expect(test(at(1, 3 * HOUR), at(2, 5 * MINUTE))).toEqual([]);
  });

  it('thinks of a dying disk on an internal bus only', () => {
    const causes = (disk: typeof SATA_DISK) =>
      leadUpRemoved
        .test(factsOf(inpageStop(), { disk, leadUp: [heard('surprise-removed')] }))
        .map(({ cause }) => cause);
    expect(causes(SATA_DISK)).toEqual(['device-gone', 'media']);
    expect(causes(USB_DISK)).toEqual(['device-gone']);
  });

  it('does not care what left after the stop', () => {
    expect(test(heard('surprise-removed', { secondsBefore: -30 }))).toEqual([]);
  });
});
