import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, NVME_DISK, SATA_DISK } from '../crash-facts.fixture.js';
import { diskNvmeTimeout } from './nvme-timeout.rule.js';

describe('disk/nvme-timeout', () => {
  it('turns a timeout towards the firmware on NVMe', () => {
    expect(diskNvmeTimeout.test(factsOf(inpageStop(0xc00000b5), { disk: NVME_DISK }))[0]).toMatchObject({
      cause: 'controller',
      weight: 2,
    });
  });

  it('knows NVMe by its miniport when the bus is not known', () => {
    expect(diskNvmeTimeout.test(factsOf(inpageStop(0xc00000b5), { driverStack: ['disk', 'stornvme'] }))).toHaveLength(
      1,
    );
  });

  it('is silent about SATA, and about other statuses', () => {
    expect(diskNvmeTimeout.test(factsOf(inpageStop(0xc00000b5), { disk: SATA_DISK }))).toEqual([]);
    expect(diskNvmeTimeout.test(factsOf(inpageStop(0xc000009d), { disk: NVME_DISK }))).toEqual([]);
  });
});
