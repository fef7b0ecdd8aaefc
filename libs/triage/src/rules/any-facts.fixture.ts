import { BUGCHECKS, BugcheckCode, NT_STATUS_ENTRIES, NtStatus } from '@inpage/codes';
import type { DumpFacts } from '@inpage/contracts';
import { formatHex64 } from '@inpage/core';
import fc from 'fast-check';
import { anyDiskEvent } from '../explain/disk-events.fixture.js';
import type { Decode, Layout } from '../stop.js';
import type { CrashFacts, DiskFacts } from '../verdict.js';
import type { DriverChange, KinStop, LeadUpEvent } from '../witnesses.js';

/** A Record, so that a new layout has to be added here too. */
const LAYOUTS: Readonly<Record<Layout, true>> = {
  A: true,
  B: true,
  C: true,
  'C-old': true,
  NT: true,
  '77-signature': true,
  '77-status': true,
  '1A-crc': true,
  '1A-store': true,
  ED: true,
  none: true,
};

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const status = fc.oneof(u32.map(NtStatus), fc.constantFrom(...NT_STATUS_ENTRIES.map(({ code }) => code)));
const code = fc.oneof(
  u32.map(BugcheckCode),
  fc.constantFrom(...BUGCHECKS.map(({ code: known }) => known)),
  fc.constantFrom(0x7a, 0x77, 0x1a, 0x7b, 0xef, 0xd1, 0x12b).map((known) => BugcheckCode(known)),
);
const hex64 = fc.oneof(
  fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn }),
  fc.constantFrom(0n, 1n, 2n, 3n, 0x403n, 0xc001a000n, 0xffff780000000000n),
);
const parameter = fc.record({
  number: fc.integer({ min: 1, max: 4 }),
  value: optional(fc.oneof(fc.string(), hex64.map(formatHex64))),
  label: fc.string(),
  meaning: fc.string(),
});

const decodes: fc.Arbitrary<Decode> = fc.record({
  code,
  name: fc.string(),
  family: fc.oneof(fc.constantFrom('inpage', 'inpage', 'inpage-crc', 'unclean-shutdown', 'bugcheck-0x9f'), fc.string()),
  layout: fc.constantFrom(...(Object.keys(LAYOUTS) as Layout[])),
  status: optional(status),
  statusNotRecorded: fc.boolean(),
  backing: fc.constantFrom('paging-file', 'section', 'unknown'),
  pageFileNumber: optional(fc.nat()),
  faultingAddress: optional(fc.oneof(fc.string(), hex64.map(formatHex64))),
  parameters: fc.array(parameter, { maxLength: 4 }),
  warnings: fc.array(fc.string(), { maxLength: 2 }),
});

const disks: fc.Arbitrary<DiskFacts> = fc.record({
  model: fc.oneof(fc.string(), fc.constant('WD My Book 25EE')),
  firmware: optional(fc.string()),
  busType: optional(fc.integer({ min: -1, max: 30 })),
  mediaType: optional(fc.integer({ min: 0, max: 9 })),
  removable: fc.boolean(),
  virtual: fc.boolean(),
  bridged: fc.boolean(),
  holdsPageFile: fc.boolean(),
  isBoot: fc.boolean(),
});

const DAY = 86_400;
const whichDisk = fc.constantFrom(
  'this-disk' as const,
  'this-disk' as const,
  'another-disk' as const,
  'unknown-disk' as const,
);
const driverName = fc.oneof(
  fc.constantFrom('disk', 'storahci', 'viostor', 'megasas', 'fvevol', 'veracrypt', 'filter.sys', 'dump_storpor'),
  fc.string(),
);

const leadUpEvents: fc.Arbitrary<LeadUpEvent> = fc.record({
  recordId: fc.string(),
  secondsBefore: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: -2 * DAY, max: 9 * DAY })),
  disk: whichDisk,
  event: fc
    .tuple(
      anyDiskEvent,
      fc.record({
        arrival: optional(fc.nat(5)),
        serial: optional(fc.constantFrom('one', 'two')),
        target: optional(fc.nat(3)),
      }),
    )
    .map(([event, where]) => ({ ...event, ...where })),
});

const kinStops: fc.Arbitrary<KinStop> = fc.record({
  crashId: fc.string(),
  daysBefore: fc.double({ min: -40, max: 40, noNaN: true }),
  disk: whichDisk,
  decode: decodes,
});

const driverChanges: fc.Arbitrary<DriverChange> = fc.record({
  driver: driverName,
  from: optional(fc.string()),
  to: optional(fc.string()),
  daysBefore: fc.double({ min: 0, max: 30, noNaN: true }),
});

const ms = fc.oneof(fc.nat(100_000), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }));
const request = fc.record({
  opcode: fc.nat(255),
  name: optional(fc.string()),
  srbStatus: optional(fc.nat(255)),
  srbStatusName: optional(fc.string()),
  durationMs: optional(ms),
  ageMs: optional(ms),
});
const histories = fc.record({
  recorded: fc.nat(),
  succeeded: fc.nat(),
  unclear: fc.nat(),
  outstanding: fc.array(request, { maxLength: 3 }),
  oldestOutstandingMs: optional(ms),
  failed: fc.array(request, { maxLength: 4 }),
  slowestMs: optional(ms),
});
const hexText = hex64.map(formatHex64);

const dumps: fc.Arbitrary<DumpFacts> = fc.record({
  kind: fc.constantFrom('triage', 'full'),
  storage: optional(histories),
  pagingStorage: optional(histories),
  stackModules: optional(
    fc.array(
      fc.record({
        name: driverName,
        origin: fc.constantFrom('kernel', 'windows', 'third-party', 'unknown'),
        standing: fc.constantFrom('named', 'caller', 'repeated', 'single'),
        unloaded: optional(fc.boolean()),
      }),
      { maxLength: 4 },
    ),
  ),
  instructionModule: optional(driverName),
  addressModule: optional(driverName),
  unloadedDrivers: optional(fc.array(driverName, { maxLength: 4 })),
  nonPagedPool: optional(fc.record({ allocatedBytes: hexText, maximumBytes: hexText })),
  commit: optional(fc.record({ pages: hexText, peakPages: hexText, limitPages: hexText })),
  verifierLevel: optional(u32),
});

/** Whatever triage may be given, and more than it ever will be. */
export const anyFacts: fc.Arbitrary<CrashFacts> = fc.record({
  decode: decodes,
  grade: fc.constantFrom('A', 'B', 'C', 'D'),
  disk: optional(disks),
  diskRule: optional(fc.oneof(fc.constantFrom('recorded', 'only-disk', 'constructor', '__proto__'), fc.string())),
  driverStack: optional(fc.array(driverName, { maxLength: 6 })),
  dumpFailed: fc.boolean(),
  powerButton: fc.boolean(),
  leadUp: optional(fc.array(leadUpEvents, { maxLength: 8 })),
  dump: optional(dumps),
  kin: optional(fc.array(kinStops, { maxLength: 4 })),
  driverChanges: optional(fc.array(driverChanges, { maxLength: 2 })),
});
