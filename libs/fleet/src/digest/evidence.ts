import type { DumpFacts } from '@inpage/contracts';
import type { DiskFactsOnWire, DriverOnWire } from './wire-facts.js';
import type { MachineId, RecordId } from '@inpage/core';
import type { StopEvidence } from '@inpage/winevent';

/** What one record says about one stop, with whose it is and when it came. Times are as the sender's clock had them. */
export interface Evidence extends Omit<StopEvidence, 'parameters'> {
  /** A parameter that a crash record left out is `undefined`, which is not zero. */
  readonly parameters?: readonly [bigint?, bigint?, bigint?, bigint?];
  readonly machineId: MachineId;
  readonly recordId: RecordId;
  readonly receivedAtMs: number;
  readonly clockSkewMs?: number;
  /** Of a crash record: `dump`, `event` or `reduced`. */
  readonly source?: 'dump' | 'event' | 'reduced';
  readonly disk?: DiskFactsOnWire;
  readonly driverStack?: readonly DriverOnWire[];
  /** What the dump told, where the record is one. */
  readonly dump?: DumpFacts;
}

/** Below five minutes a clock is as good as the times it writes; above, what it wrote is moved by what it was off at arrival. */
export const TRUSTED_SKEW_MS = 5 * 60_000;

/** The years that a record may carry (winevent, windows-time.ts). No correction leads out of them, because no calendar would follow. */
const FIRST_MS = Date.UTC(1601, 0, 1);
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

export const corrected = (ms: number, clockSkewMs: number | undefined): number =>
  clockSkewMs !== undefined && Math.abs(clockSkewMs) > TRUSTED_SKEW_MS
    ? Math.min(LAST_MS, Math.max(FIRST_MS, ms + clockSkewMs))
    : ms;

export const reportedAt = (e: Evidence): number => corrected(e.reportedAtMs, e.clockSkewMs);
export const stoppedAt = (e: Evidence): number | undefined =>
  e.stoppedAtMs === undefined ? undefined : corrected(e.stoppedAtMs, e.clockSkewMs);
