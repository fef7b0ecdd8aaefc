import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiskEvent, DiskEventKind } from '@inpage/winevent';
import { EVERY_KIND, anyDiskEvent } from './disk-events.fixture.js';
import { expectTidy } from './tidy-text.fixture.js';
import { tellDiskEvent } from './tell-disk-event.js';

const event = (kind: DiskEventKind, more: Partial<DiskEvent> = {}): DiskEvent => ({
  kind,
  provider: 'disk',
  eventId: 1,
  atMs: 0,
  ...more,
});
const NVME = {
  criticalWarning: 0,
  sparePercent: 100,
  spareThresholdPercent: 10,
  usedPercent: 3,
  dataUnitsRead: 1n,
  dataUnitsWritten: 1n,
  powerCycles: 1n,
  powerOnHours: 1n,
  unsafeShutdowns: 0n,
  mediaErrors: 0n,
  errorLogEntries: 0n,
};

describe('a storage event in one sentence', () => {
  it.each(EVERY_KIND)('%s has a sentence of its own, even when the event says nothing but its kind', (kind) => {
    const bare = tellDiskEvent(event(kind));
    expectTidy(bare);
    expect(bare.length).toBeLessThan(160);
  });

  it('says something else for every kind but the two that mean the same', () => {
    const told = EVERY_KIND.filter((kind) => kind !== 'scsi-request-failed').map((kind) => tellDiskEvent(event(kind)));
    expect(new Set(told).size).toBe(told.length);
  });

  it.each<[DiskEventKind, Partial<DiskEvent>, string]>([
    [
      'bad-block',
      {
        diskNumber: 2,
        command: { opcode: 0x28, name: 'READ(10)', access: 'read', blocks: 8 },
        lba: 6291568n,
        sense: { key: 3, asc: 0x11, ascq: 0 },
      },
      'Disk 2 reported a bad block: a read of 8 blocks at LBA 6291568 failed; the disk itself reported a defect of the medium: a read failed for good (sense 3/11/00).',
    ],
    [
      'paging-error',
      { diskNumber: 0, status: 0xc0000185, srbStatus: 0x0e, retries: 4, command: { opcode: 0x28, access: 'read' } },
      'Windows could not read memory back from disk 0 after 4 retries; the storage driver said BUS_RESET (SRB status 0x0E), which means that a reset of the bus cut the request off; it ended with STATUS_IO_DEVICE_ERROR (0xC0000185): ',
    ],
    [
      'paging-error',
      { diskNumber: 0, wasRetried: true },
      'Windows had trouble moving memory to or from disk 0 and was to try again.',
    ],
    [
      'device-reset',
      { driver: 'storahci', portNumber: 1 },
      'The driver storahci reset the adapter at port 1, because a request was not answered in time.',
    ],
    [
      'slow-io',
      { diskNumber: 1, durationMs: 9000, lba: 32n },
      'A request at LBA 32 to disk 1 took 9 seconds, longer than Windows expects.',
    ],
    [
      'surprise-removed',
      { diskNumber: 4, isRemovable: false },
      'without being ejected, although it is not meant to be removable.',
    ],
    ['failure-predicted', { diskNumber: 2, model: ' WDC  WD10 ' }, 'Disk 2 (WDC WD10) predicts its own failure.'],
    [
      'error-summary',
      { model: 'Samsung SSD 980', counts: { total: 12, readWrite: 11, deviceFailure: 1 } },
      'Windows counts 12 errors of Samsung SSD 980 since it started, among them 11 of reads and writes and 1 of the device itself.',
    ],
    [
      'nvme-health',
      { diskNumber: 0, nvmeHealth: { ...NVME, criticalWarning: 0b1001, mediaErrors: 14n, sparePercent: 4 } },
      'Disk 0 says in its NVMe health log: its spare area is below the limit, it has become read-only, it counts 14 media errors and 4 % of its spare area is left.',
    ],
    [
      'nvme-health',
      { nvmeHealth: NVME },
      'A disk says in its NVMe health log that all is well: no warning and no media error, with 100 % of the spare area left.',
    ],
    [
      'smart-report',
      { smartAttributes: [{ id: 197, current: 1, worst: 1, raw: 0xff00_0000_000a }] },
      'it counts 10 sectors that wait for reallocation (197).',
    ],
    [
      'volume-health',
      { volume: 'C:', volumeState: 3 },
      'NTFS says that the volume C: has damage that needs a full check.',
    ],
    [
      'log-flush-failed',
      { volume: 'D:', diskNumber: 1, status: 0xc000000e },
      'NTFS could not write its journal of the volume D: to disk 1, so the volume may be damaged; it ended with STATUS_NO_SUCH_DEVICE',
    ],
    [
      'marked-failed',
      { diskNumber: 3, faultCode: 5, faultText: 'lost' },
      'Windows gave disk 3 up as failed (“lost”, fault code 5).',
    ],
  ])('%s with its facts: %#', (kind, more, text) => {
    const told = tellDiskEvent(event(kind, more));
    expect(told).toContain(text);
    expectTidy(told);
  });

  it('is tidy and bounded for whatever an event holds', () => {
    fc.assert(
      fc.property(anyDiskEvent, (random) => {
        const told = tellDiskEvent(random);
        expectTidy(told);
        expect(told.length).toBeLessThan(1000);
        expect(tellDiskEvent(random)).toBe(told);
      }),
      { numRuns: 500 },
    );
  });
});
