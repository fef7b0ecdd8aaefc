import type { CrashFacts } from '../verdict.js';
import {
  factsOf,
  inpageStop,
  NVME_DISK,
  otherStop,
  pageChecksumStop,
  SATA_DISK,
  signatureStop,
  uncleanStop,
  USB_DISK,
  VIRTUAL_DISK,
} from './crash-facts.fixture.js';
import {
  BOTH_DISKS_RESET,
  DAY,
  HOUR,
  MY_BOOK,
  ONLY_FIRST,
  decoded,
  dumpOf,
  heard,
  heardTimes,
  history,
  kinStop,
  nvmeHealth,
  waiting,
} from './witnesses.fixture.js';

const ON_SATA: Partial<CrashFacts> = {
  disk: SATA_DISK,
  diskRule: 'paging-file-disk',
  driverStack: ['partmgr', 'disk', 'storahci'],
};
const ON_NVME: Partial<CrashFacts> = { ...ON_SATA, disk: NVME_DISK, driverStack: ['partmgr', 'disk', 'stornvme'] };
const IN_VM: Partial<CrashFacts> = { ...ON_SATA, disk: VIRTUAL_DISK, driverStack: ['partmgr', 'disk', 'pvscsi'] };

const FULL_POOL = { allocatedBytes: '0x000000003a000000', maximumBytes: '0x0000000040000000' };
const FULL_COMMIT = { pages: '0x00000000003fff00', peakPages: '0x00000000003fff80', limitPages: '0x0000000000400000' };

/** A driver that was updated yesterday. */
const UPDATED = { driver: 'iaStorAC', from: '17.9.1', to: '18.6.1', daysBefore: 0.5 };

/** Crashes with witnesses, which between them exercise every rule that hears witnesses. The name says what should be concluded. */
export const WITNESSED: Readonly<Record<string, CrashFacts>> = {
  'media: status not recorded, bad blocks before': factsOf(inpageStop(), {
    ...ON_SATA,
    leadUp: heardTimes(3, 'bad-block'),
  }),
  'media: no code, bad blocks in the last minutes': factsOf(uncleanStop(), {
    ...ON_SATA,
    grade: 'D',
    leadUp: heardTimes(3, 'bad-block'),
  }),
  'media: no such device, but a dying disk': factsOf(inpageStop(0xc000000e), {
    ...ON_SATA,
    leadUp: [
      ...heardTimes(3, 'bad-block'),
      heard('failure-predicted', { secondsBefore: 2 * DAY }),
      heard('smart-report', {
        secondsBefore: 3 * HOUR,
        event: { smartAttributes: [{ id: 197, current: 99, worst: 99, raw: 48 }] },
      }),
    ],
  }),
  'media: NVMe in read-only mode': factsOf(inpageStop(), {
    ...ON_NVME,
    leadUp: [heard('nvme-health', { event: { nvmeHealth: nvmeHealth({ criticalWarning: 0x0c, mediaErrors: 7n }) } })],
  }),
  'media: Windows gave the disk up': factsOf(inpageStop(), {
    ...ON_SATA,
    leadUp: [heard('marked-failed'), heard('failure-predicted')],
  }),
  'media: critical process, disk failed two days ago': factsOf(otherStop(0xef), {
    ...ON_SATA,
    kin: [kinStop(0xc000009c)],
  }),
  'media: the same disk again, status not recorded': factsOf(inpageStop(), {
    ...ON_SATA,
    kin: [1, 2, 3, 4].map((n) => kinStop(0xc000009c, { crashId: `crash-${n}`, daysBefore: n })),
  }),
  'link: aborted commands, status not recorded': factsOf(inpageStop(), {
    ...ON_SATA,
    leadUp: [1, 2, 3]
      .map((n) => heard('io-retried', { recordId: `r${n}`, event: { srbStatus: 0x0f } }))
      .concat(heard('scsi-request-failed', { event: { sense: { key: 0xb, asc: 0x47, ascq: 3 } } })),
  }),
  'link: no answer for half a minute': factsOf(inpageStop(), {
    ...ON_SATA,
    grade: 'A',
    dump: dumpOf({ pagingStorage: waiting(31_000) }),
  }),
  'controller: NVMe resets, status not recorded': factsOf(inpageStop(), {
    ...ON_NVME,
    leadUp: heardTimes(6, 'device-reset'),
  }),
  'controller: resets of all disks of one adapter': factsOf(inpageStop(0xc0000185), {
    ...ON_SATA,
    driverStack: ['partmgr', 'disk', 'megasas2i'],
    leadUp: BOTH_DISKS_RESET,
  }),
  'controller: disks of one RAID adapter in turn': factsOf(inpageStop(0xc0000185), {
    ...ON_SATA,
    driverStack: ['partmgr', 'disk', 'megasas'],
    kin: [1, 2, 3].map((n) => kinStop(0xc0000185, { crashId: `crash-${n}`, daysBefore: n, disk: 'another-disk' })),
  }),
  'controller: paging disk gone after a driver update': factsOf(inpageStop(0xc000000e), {
    ...ON_SATA,
    driverStack: ['partmgr', 'disk', 'iastorac'],
    driverChanges: [UPDATED],
  }),
  'controller: requests failed, controller errors': factsOf(inpageStop(), {
    ...ON_SATA,
    leadUp: heardTimes(8, 'controller-error'),
    dump: dumpOf({
      storage: history({
        failed: [
          { opcode: 0x28, srbStatus: 0x05 },
          { opcode: 0x2a, srbStatus: 0x05 },
        ],
      }),
      unloadedDrivers: ['storahci.sys'],
    }),
  }),
  'device-gone: pulled, status not recorded': factsOf(ONLY_FIRST, {
    ...ON_SATA,
    grade: 'C',
    leadUp: [heard('surprise-removed', { secondsBefore: 20 })],
  }),
  'device-gone: external disk lost its power': factsOf(inpageStop(0xc000000e), {
    ...ON_SATA,
    disk: MY_BOOK,
    driverStack: ['partmgr', 'disk', 'usbstor'],
  }),
  'device-gone: no code, paging disk on a plug left': factsOf(uncleanStop(), {
    ...ON_SATA,
    grade: 'D',
    disk: USB_DISK,
    driverStack: ['partmgr', 'disk', 'usbstor'],
    leadUp: [heard('paging-error', { secondsBefore: 30, event: { srbStatus: 0x08, status: 0xc000000e } })],
    dump: dumpOf({ unloadedDrivers: ['USBSTOR.SYS'] }),
  }),
  'resources: pool and commit used up': factsOf(inpageStop(0xc000009a), {
    ...ON_SATA,
    grade: 'A',
    leadUp: [heard('paging-error', { event: { status: 0xc000009a, srbStatus: 0x30 } })],
    dump: dumpOf({ nonPagedPool: FULL_POOL, commit: FULL_COMMIT }),
  }),
  'resources: page table missing under /MAXMEM': factsOf(decoded(0x7a, 1n, 0xc000009an, 0x81a3d020n, 0xc001a000n)),
  'resources: page table missing, status not told': factsOf(decoded(0x7a, 1n, 0n, 0x81a3d020n, 0xc001a000n)),
  'filesystem: damaged before it stopped': factsOf(otherStop(0x24), {
    ...ON_SATA,
    leadUp: [heard('file-system-corrupt'), heard('volume-health', { event: { volumeState: 3 } })],
  }),
  'encryption: volume locked, BitLocker in the stack': factsOf(inpageStop(0xc0210000), {
    ...ON_SATA,
    driverStack: ['fvevol', 'partmgr', 'disk', 'storahci'],
  }),
  'resources: pool used up below VeraCrypt': factsOf(inpageStop(0xc000009a), {
    ...ON_SATA,
    driverStack: ['veracrypt', 'partmgr', 'disk', 'storahci'],
  }),
  'virtual: the host stalled, 0x7A': factsOf(inpageStop(), {
    ...IN_VM,
    leadUp: heardTimes(4, 'device-reset'),
  }),
  'virtual: the host stalled, 0xEF': factsOf(otherStop(0xef), {
    ...IN_VM,
    leadUp: heardTimes(4, 'device-reset', 'unknown-disk'),
  }),
  'memory: single bit of a page table': factsOf(
    decoded(0x1a, 0x403n, 0xfffff68000001000n, 0x80000001234a5867n, 0x80000001234a5863n),
    {
      kin: [kinStop(0, { decode: otherStop(0x4e), disk: 'unknown-disk' })],
    },
  ),
  'memory: wrong checksum in a machine with bad RAM': factsOf(pageChecksumStop(), {
    ...ON_SATA,
    kin: [0x1a, 0x4e, 0x12b].map((code, n) =>
      kinStop(0, { crashId: `crash-${n}`, daysBefore: n + 1, decode: otherStop(code), disk: 'unknown-disk' }),
    ),
  }),
  'software: a storage filter leads a driver bug': factsOf(otherStop(0xd1), {
    ...ON_SATA,
    grade: 'A',
    driverStack: ['snapflt', 'partmgr', 'disk', 'storahci'],
    dump: dumpOf({
      verifierLevel: 0x9,
      stackModules: [
        { name: 'nt', origin: 'kernel', standing: 'caller' },
        { name: 'snapflt.sys', origin: 'third-party', standing: 'named' },
      ],
    }),
  }),
  'software: kernel stack lost after a driver unloaded': factsOf(signatureStop(0n), {
    grade: 'A',
    dump: dumpOf({
      unloadedDrivers: ['dump_storpor', 'grabcard.sys'],
      stackModules: [{ name: 'grabcard.sys', origin: 'third-party', standing: 'repeated', unloaded: true }],
    }),
  }),
  'unknown: slow requests and a module that is the victim': factsOf(inpageStop(), {
    ...ON_SATA,
    grade: 'A',
    dump: dumpOf({ addressModule: 'win32kfull.sys', storage: history({ slowestMs: 9_000 }) }),
  }),
};
