import fc from 'fast-check';
import type { DiskEvent, DiskEventKind } from '@inpage/winevent';

/** All kinds; the Record makes a new one fail to compile here too. */
const KINDS: Readonly<Record<DiskEventKind, true>> = {
  'bad-block': true,
  'controller-error': true,
  'not-ready': true,
  'paging-error': true,
  'failure-predicted': true,
  'io-retried': true,
  'hardware-error': true,
  'surprise-removed': true,
  'slow-io': true,
  'no-response': true,
  'request-timeout': true,
  'device-reset': true,
  'bus-reset': true,
  'reset-outcome': true,
  'request-failed': true,
  'control-failed': true,
  'scsi-request-failed': true,
  'error-summary': true,
  'first-error': true,
  'smart-report': true,
  'nvme-health': true,
  'marked-failing': true,
  'marked-failed': true,
  recovered: true,
  'file-system-corrupt': true,
  'volume-health': true,
  'write-lost': true,
  'log-flush-failed': true,
  'dump-setup-failed': true,
  'dump-device-gone': true,
  'dump-write-failed': true,
  'dump-written': true,
};
export const EVERY_KIND = Object.keys(KINDS) as DiskEventKind[];

/** Names as devices give them: padded, with tabs and line ends, long. */
export const anyName = fc.stringMatching(/^[A-Z][A-Za-z0-9 \t\n_-]{0,255}$/);
const byte = fc.integer({ min: 0, max: 255 });
const word = fc.integer({ min: 0, max: 0xffff_ffff });
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const u64 = fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn });
const count = fc.nat(1_000_000);

const nvmeHealth = fc.record({
  criticalWarning: byte,
  temperatureKelvin: some(word),
  sparePercent: byte,
  spareThresholdPercent: byte,
  usedPercent: byte,
  dataUnitsRead: u64,
  dataUnitsWritten: u64,
  powerCycles: u64,
  powerOnHours: u64,
  unsafeShutdowns: u64,
  mediaErrors: u64,
  errorLogEntries: u64,
});

/** Any event that a reader could make, with more in it than real ones have. */
export const anyDiskEvent: fc.Arbitrary<DiskEvent> = fc.record({
  kind: fc.constantFrom(...EVERY_KIND),
  provider: fc.constantFrom('disk', 'storahci', 'stornvme', 'Microsoft-Windows-StorPort', 'Ntfs', 'volmgr'),
  eventId: fc.constantFrom(7, 11, 51, 52, 129, 153, 157, 500, 549, 551),
  atMs: fc.nat(),
  diskNumber: some(fc.nat(40)),
  portNumber: some(fc.nat(9)),
  driver: some(anyName),
  volume: some(fc.constantFrom('C:', '\\Device\\HarddiskVolume4')),
  model: some(anyName),
  isRemovable: some(fc.boolean()),
  status: some(fc.oneof(word, fc.constantFrom(0xc0000185, 0xc000009c, 0xc000000e))),
  srbStatus: some(fc.integer({ min: 0, max: 0x3f })),
  scsiStatus: some(byte),
  sense: some(fc.record({ key: byte, asc: byte, ascq: byte })),
  command: some(
    fc.record({
      opcode: byte,
      name: some(fc.constantFrom('READ(10)', 'INQUIRY', 'SYNCHRONIZE CACHE(10)')),
      access: some(fc.constantFrom('read' as const, 'write' as const)),
      blocks: some(fc.nat(65_535)),
    }),
  ),
  lba: some(u64),
  retries: some(byte),
  wasRetried: some(fc.boolean()),
  timeoutSeconds: some(word),
  durationMs: some(fc.oneof(word, fc.constant(Number.NaN))),
  volumeState: some(fc.integer({ min: -1, max: 5 })),
  counts: some(fc.record({ total: some(count), readWrite: some(count), deviceFailure: some(count) })),
  nvmeHealth: some(nvmeHealth),
  smartAttributes: some(
    fc.array(fc.record({ id: byte, current: byte, worst: byte, raw: fc.nat({ max: 2 ** 48 - 1 }) }), {
      maxLength: 30,
    }),
  ),
  faultCode: some(word),
  faultText: some(anyName),
});
