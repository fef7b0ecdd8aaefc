import type { BeatRecord, CrashRecord, DumpRecord, EventRecord, InventoryRecord, RecordKind } from '@inpage/contracts';
import { err, ok, type Result } from '@inpage/core';
import { canonicalEvent, parseWindowsTime, readEventJson, readEventXml, type WindowsEvent } from '@inpage/winevent';
import { beatIdentity, crashIdentity, inventoryIdentity } from './content-id.js';
import { dumpIdentity } from './dump-identity.js';
import type { Found } from './found.js';
import type { Rejection } from './validate-record.js';

/** The numbers of record.kind. */
export const KIND_NUMBERS: Record<RecordKind, number> = { event: 1, crash: 2, inventory: 3, beat: 4, dump: 5 };

/** What a record says, read and dated, before it is known whose it is. */
export type Observed =
  | { readonly kind: 'event'; readonly event: WindowsEvent }
  | { readonly kind: 'crash'; readonly crash: CrashRecord }
  | { readonly kind: 'inventory'; readonly inventory: InventoryRecord }
  | { readonly kind: 'beat'; readonly beat: BeatRecord }
  | { readonly kind: 'dump'; readonly dump: DumpRecord };

export type Observation = Observed & {
  /** Milliseconds since 1970 by the sender's clock, uncorrected. */
  readonly atMs: number;
  /** The computer that the record names, if it names one. */
  readonly computer?: string;
  /** Text over which the content id is made. */
  readonly identity: string;
};

/** Reads what a found record observed. Refuses times that are none, and events that cannot be read. */
export function observe(found: Found): Result<Observation, Rejection> {
  switch (found.kind) {
    case 'event-xml':
    case 'event-collected':
      return ok(observeEvent(found.event, undefined));
    case 'event':
      return readEvent(found);
    case 'crash':
      return dated(found.at, (atMs) => ({
        kind: 'crash',
        crash: found,
        atMs,
        computer: found.computer,
        identity: crashIdentity(found, atMs),
      }));
    case 'inventory':
      return dated(found.at, (atMs) => ({
        ...{ kind: 'inventory', inventory: found, atMs, computer: found.computer },
        identity: inventoryIdentity(found, atMs),
      }));
    case 'beat':
      return dated(found.at, (atMs) => ({
        kind: 'beat',
        beat: found,
        atMs,
        computer: found.computer,
        identity: beatIdentity(found, atMs),
      }));
    case 'dump':
      return dated(found.at, (atMs) => ({
        kind: 'dump',
        dump: found,
        atMs,
        computer: found.computer,
        identity: dumpIdentity(found, atMs),
      }));
  }
}

function readEvent(record: EventRecord): Result<Observation, Rejection> {
  const event = record.xml === undefined ? readEventJson(record.event) : readEventXml(record.xml);
  return event.ok
    ? ok(observeEvent(event.value, record.computer))
    : err({ code: 'record-invalid', detail: event.error.detail });
}

const observeEvent = (event: WindowsEvent, computer: string | undefined): Observation => ({
  kind: 'event',
  event,
  atMs: event.timeMs,
  computer: computer ?? event.computer,
  identity: canonicalEvent(event),
});

/** Times are read as those of events are: 30 February is refused, and so is whatever lies outside the years 1601 to 9999. */
function dated(at: string, make: (atMs: number) => Observation): Result<Observation, Rejection> {
  const time = parseWindowsTime(at);
  return time === undefined ? err({ code: 'record-invalid', detail: 'at: there is no such time.' }) : ok(make(time.ms));
}
