import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, otherStop, SATA_DISK, uncleanStop, VIRTUAL_DISK } from '../crash-facts.fixture.js';
import { DAY, HOUR, MINUTE, heard, heardTimes } from '../witnesses.fixture.js';
import { leadUpBadBlocks } from './bad-blocks.rule.js';

describe('lead-up/bad-blocks', () => {
  const weigh = (...leadUp: Parameters<typeof heard>[]) =>
    leadUpBadBlocks.test(factsOf(inpageStop(), { disk: SATA_DISK, leadUp: leadUp.map((one) => heard(...one)) }))[0]
      ?.weight ?? 0;

  it('takes a bad block of this disk for the disk, and says when and which record', () => {
    const leadUp = [heard('bad-block', { recordId: 'r-7', secondsBefore: 240 })];
    expect(leadUpBadBlocks.test(factsOf(inpageStop(), { leadUp }))).toEqual([
      {
        cause: 'media',
        weight: 3.3,
        because:
          'For this disk, one failed read or write was logged 4 minutes before the stop; the disk itself said that it could not give the data back.',
        evidence: ['r-7'],
      },
    ]);
  });

  it('never listens to an event of another disk, and half to one of an unknown disk', () => {
    expect(weigh(['bad-block', { disk: 'another-disk' }])).toBe(0);
    expect(weigh(['bad-block', { disk: 'unknown-disk' }])).toBe(2.5);
  });

  it('weighs the last minutes more than the day before, and that more than the week', () => {
    const [near, day, week] = [5 * MINUTE, 5 * HOUR, 5 * DAY].map((secondsBefore) =>
      weigh(['bad-block', { secondsBefore }]),
    );
    expect(near!).toBeGreaterThan(day!);
    expect(day!).toBeGreaterThan(week!);
    expect(week!).toBeGreaterThan(0);
    expect(weigh(['bad-block', { secondsBefore: 8 * DAY }])).toBe(0);
  });

  it('saturates: ten bad blocks weigh more than one and less than three times as much', () => {
    const [one, ten] = [1, 10].map(
      (count) => leadUpBadBlocks.test(factsOf(inpageStop(), { leadUp: heardTimes(count, 'bad-block') }))[0]!.weight,
    );
    expect(ten!).toBeGreaterThan(one!);
    expect(ten!).toBeLessThan(3 * one!);
  });

  it.each([
    ['disk 154', 'hardware-error', {}],
    ['the sense key MEDIUM ERROR', 'scsi-request-failed', { sense: { key: 3, asc: 0x11, ascq: 0 } }],
    ['the status of a bad block', 'request-failed', { status: 0xc000009c }],
  ] as const)('reads %s as the disk itself', (_, kind, event) => {
    expect(weigh([kind, { event }])).toBeGreaterThan(2);
  });

  it('counts a bad block that was found at the next start, for disks do not heal', () => {
    expect(weigh(['bad-block', { secondsBefore: -60 }])).toBeGreaterThan(0);
  });

  it('weighs half behind a virtual layer, where a host made the error up', () => {
    const leadUp = [heard('bad-block')];
    expect(leadUpBadBlocks.test(factsOf(inpageStop(), { leadUp, disk: VIRTUAL_DISK }))[0]!.weight).toBe(1.7);
  });

  it('is silent about stops that asked no disk or are about something else', () => {
    const leadUp = heardTimes(3, 'bad-block');
    for (const stop of [inpageStop(0xc000009a), inpageStop(0xc0000005), otherStop(0xd1)])
      expect(leadUpBadBlocks.test(factsOf(stop, { leadUp }))).toEqual([]);
  });

  it('joins a stop without a code only with an event of this disk in the last ten minutes', () => {
    expect(leadUpBadBlocks.test(factsOf(uncleanStop(), { leadUp: [heard('bad-block')] }))).toHaveLength(1);
    expect(
      leadUpBadBlocks.test(factsOf(uncleanStop(), { leadUp: [heard('bad-block', { secondsBefore: HOUR })] })),
    ).toEqual([]);
    expect(
      leadUpBadBlocks.test(factsOf(uncleanStop(), { leadUp: [heard('bad-block', { disk: 'unknown-disk' })] })),
    ).toEqual([]);
  });
});
