import { BugcheckCode } from '@inpage/codes';
import type { DumpFacts } from '@inpage/contracts';
import type { DiskEvent, DiskEventKind, NvmeHealth } from '@inpage/winevent';
import { decodeStop } from '../decode/decode-stop.js';
import type { Decode } from '../stop.js';
import type { DiskFacts } from '../verdict.js';
import type { KinStop, LeadUpEvent, WhichDisk } from '../witnesses.js';
import { inpageStop, USB_DISK } from './crash-facts.fixture.js';

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An event five minutes before the stop unless told otherwise. */
export const heard = (
  kind: DiskEventKind,
  over: Partial<Omit<LeadUpEvent, 'event'>> & { event?: Partial<DiskEvent> } = {},
): LeadUpEvent => ({
  recordId: over.recordId ?? `record-${kind}`,
  secondsBefore: over.secondsBefore ?? 5 * MINUTE,
  disk: over.disk ?? 'this-disk',
  event: { kind, provider: 'disk', eventId: 0, atMs: 0, ...over.event },
});

/** As many events of one kind, each a minute further from the stop. */
export const heardTimes = (count: number, kind: DiskEventKind, disk: WhichDisk = 'this-disk'): readonly LeadUpEvent[] =>
  Array.from({ length: count }, (_, index) =>
    heard(kind, { disk, recordId: `record-${kind}-${index + 1}`, secondsBefore: (index + 1) * MINUTE }),
  );

/** A 0x7A with this status, two days before. */
export const kinStop = (status: number, over: Partial<KinStop> = {}): KinStop => ({
  crashId: 'crash-kin',
  daysBefore: 2,
  disk: 'this-disk',
  decode: inpageStop(status),
  ...over,
});

export const dumpOf = (over: Partial<DumpFacts> = {}): DumpFacts => ({ kind: 'triage', ...over });

export const history = (over: Partial<NonNullable<DumpFacts['storage']>> = {}): NonNullable<DumpFacts['storage']> => ({
  recorded: 66,
  succeeded: 60,
  unclear: 0,
  outstanding: [],
  failed: [],
  ...over,
});

export const waiting = (oldestOutstandingMs: number, count = 2): NonNullable<DumpFacts['storage']> =>
  history({
    outstanding: Array.from({ length: count }, () => ({ name: 'READ(10)', opcode: 0x28, ageMs: oldestOutstandingMs })),
    oldestOutstandingMs,
  });

export const nvmeHealth = (over: Partial<NvmeHealth> = {}): NvmeHealth => ({
  criticalWarning: 0,
  sparePercent: 100,
  spareThresholdPercent: 10,
  usedPercent: 3,
  dataUnitsRead: 0n,
  dataUnitsWritten: 0n,
  powerCycles: 0n,
  powerOnHours: 0n,
  unsafeShutdowns: 0n,
  mediaErrors: 0n,
  errorLogEntries: 0n,
  ...over,
});

export const decoded = (code: number, p1?: bigint, p2?: bigint, p3?: bigint, p4?: bigint): Decode =>
  decodeStop({ code: BugcheckCode(code), parameters: [p1, p2, p3, p4] });

export const ONLY_FIRST = decoded(0x7a, 0xfffff1d8c0683248n, 0n, 0n, 0n);

/** A desktop disk in an enclosure with a power supply of its own. */
export const MY_BOOK: DiskFacts = {
  ...USB_DISK,
  model: 'WD My Book 25EE',
  firmware: '4004',
  mediaType: 3,
  removable: false,
};

/** Two disks of one adapter, this one among them. */
export const BOTH_DISKS_RESET: readonly LeadUpEvent[] = [
  ...[1, 2, 3].map((n) =>
    heard('device-reset', { recordId: `own-${n}`, secondsBefore: n * MINUTE, event: { portNumber: 1 } }),
  ),
  ...[1, 2, 3].map((n) =>
    heard('device-reset', {
      recordId: `other-${n}`,
      secondsBefore: n * MINUTE,
      disk: 'another-disk',
      event: { portNumber: 1, serial: 'WD-OTHER' },
    }),
  ),
];
