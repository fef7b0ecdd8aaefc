import { formatHex32 } from '@inpage/core';
import type { CauseClass, Confidence } from '../cause-class.js';
import { parseCode } from '../code-text.js';
import type { NtStatusRow, NtStatusSubclass, SeenIn0x7A } from './ntstatus-row.js';
import { NT_STATUS_SOURCES } from './ntstatus-sources.js';
import { NT_STATUSES } from './ntstatus-table.js';
import { NtStatus } from '../numbers.js';

/** The top two bits of an NTSTATUS ([MS-ERREF] 2.3). */
export const NT_SEVERITIES = ['success', 'informational', 'warning', 'error'] as const;
export type NtSeverity = (typeof NT_SEVERITIES)[number];

/** What one NTSTATUS means when a storage stack returns it. */
export interface NtStatusEntry {
  readonly code: NtStatus;
  /** `STATUS_…`, or `NTSTATUS_0x…` for a status that the table does not have. */
  readonly name: string;
  /** False for a status that the table does not have. */
  readonly known: boolean;
  readonly severity: NtSeverity;
  /** Bits 16 to 27: the component that defines the status. */
  readonly facility: number;
  readonly meaning: string;
  /** Who returns it. */
  readonly layer: string;
  readonly class: CauseClass;
  readonly subclass?: NtStatusSubclass;
  readonly confidence: Confidence;
  readonly seenIn0x7A: SeenIn0x7A;
  readonly note?: string;
  /** Addresses of the sources; never empty. */
  readonly citations: readonly string[];
}

const severityOf = (code: number): NtSeverity => NT_SEVERITIES[code >>> 30]!;
const facilityOf = (code: number): number => (code >>> 16) & 0xfff;

const entryOf = (row: NtStatusRow): NtStatusEntry => ({
  ...row,
  code: NtStatus(row.code),
  known: true,
  severity: severityOf(row.code),
  facility: facilityOf(row.code),
  citations: row.citations.map((source) => NT_STATUS_SOURCES[source]),
});

const unknownEntry = (code: NtStatus): NtStatusEntry => ({
  code,
  name: `NTSTATUS_${formatHex32(code)}`,
  known: false,
  severity: severityOf(code),
  facility: facilityOf(code),
  meaning: 'This status is not in our table.',
  layer: 'unknown',
  class: 'unknown',
  confidence: 'low',
  seenIn0x7A: 'unknown',
  citations: [NT_STATUS_SOURCES['ms-erref']],
});

/** Every status of the table, by ascending code. */
export const NT_STATUS_ENTRIES: readonly NtStatusEntry[] = NT_STATUSES.map(entryOf);

const byCode = new Map(NT_STATUS_ENTRIES.map((entry) => [entry.code, entry]));
const byName = new Map(NT_STATUS_ENTRIES.map((entry) => [entry.name, entry]));

/** Total: a status that the table does not have gets an entry with its severity and facility, and class `unknown`. */
export const ntStatus = (status: NtStatus): NtStatusEntry =>
  byCode.get(NtStatus(status)) ?? unknownEntry(NtStatus(status));

/**
 * Finds a status by what a person or a tool would write: `STATUS_IO_DEVICE_ERROR`, `0xC0000185`, `c0000185`,
 * `ffffffffc0000185`, `3221225861`, `-1073741435`. `undefined` when the text is neither a name we know nor a number.
 */
export function findNtStatus(text: string): NtStatusEntry | undefined {
  const named = byName.get(text.trim().toUpperCase());
  if (named) return named;
  const code = parseCode(text);
  return code === undefined ? undefined : ntStatus(NtStatus(code));
}
