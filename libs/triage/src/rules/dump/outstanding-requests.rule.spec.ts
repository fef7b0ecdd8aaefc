import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, NVME_DISK, otherStop, SATA_DISK, VIRTUAL_DISK } from '../crash-facts.fixture.js';
import { dumpOf, waiting } from '../witnesses.fixture.js';
import { dumpOutstandingRequests } from './outstanding-requests.rule.js';

describe('dump/outstanding-requests', () => {
  const weights = (ms: number, over: object = {}) =>
    Object.fromEntries(
      dumpOutstandingRequests
        .test(factsOf(inpageStop(), { disk: SATA_DISK, dump: dumpOf({ pagingStorage: waiting(ms) }), ...over }))
        .map(({ cause, weight }) => [cause, weight]),
    );

  it('suspects link and controller when the paging disk has not answered for many seconds', () => {
    expect(weights(31_000)).toEqual({ link: 4, controller: 2.5 });
    expect(weights(6_000)).toEqual({ link: 2, controller: 1.3 });
  });

  it('takes requests of the last moment for what they are', () => {
    expect(weights(40)).toEqual({});
  });

  it('weighs the memory over all disks half, for it does not say which disk', () => {
    expect(weights(31_000, { dump: dumpOf({ storage: waiting(31_000) }) })).toEqual({ link: 2, controller: 1.3 });
  });

  it('blames the drive on NVMe and the host of a virtual disk', () => {
    expect(weights(31_000, { disk: NVME_DISK }).controller).toBe(4);
    expect(weights(31_000, { disk: VIRTUAL_DISK })).toEqual({ virtual: 4 });
  });

  it('says for how long', () => {
    const [claim] = dumpOutstandingRequests.test(
      factsOf(inpageStop(), { dump: dumpOf({ pagingStorage: waiting(31_000, 1) }) }),
    );
    expect(claim!.because).toBe(
      'One request to the disk that pages had not been answered when the machine stopped, the oldest for 31 seconds.',
    );
  });

  it('hears the paging disk, and no other, after a critical process died', () => {
    const died = (dump: ReturnType<typeof dumpOf>) => dumpOutstandingRequests.test(factsOf(otherStop(0xef), { dump }));
    expect(died(dumpOf({ pagingStorage: waiting(31_000) }))).not.toEqual([]);
    expect(died(dumpOf({ storage: waiting(31_000) }))).toEqual([]);
  });
});
