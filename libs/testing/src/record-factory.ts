import type { BeatRecord, CrashRecord, EventRecord, InventoryRecord } from '@inpage/contracts';
import { CAST, type CastMember } from './cast.js';
import type { EventFacts, EventKind, Parameters4 } from './event-kinds.js';
import { writeEvent } from './event-writer.js';

/** A 0x7A of a disk that went away while Windows ran from it (STATUS_NO_SUCH_DEVICE). Source: openzfsonwindows/ZFSin issue 313. */
export const INPAGE_STOP = {
  code: 0x7a,
  parameters: [0xffffc1049a602ec0n, 0xffffffffc000000en, 0x00000002454628c0n, 0xfffff8053c2b0000n] as Parameters4,
} as const;

const hex = (value: bigint): string => `0x${value.toString(16)}`;

export const inventoryRecord = (
  computer: CastMember,
  at: Date,
  over: Partial<InventoryRecord> = {},
): InventoryRecord => ({
  kind: 'inventory',
  computer,
  at: at.toISOString(),
  ...CAST[computer],
  ...over,
});

export const crashRecord = (computer: CastMember, at: Date, over: Partial<CrashRecord> = {}): CrashRecord => ({
  kind: 'crash',
  computer,
  at: at.toISOString(),
  code: `0x${INPAGE_STOP.code.toString(16)}`,
  parameters: INPAGE_STOP.parameters.map(hex),
  ...over,
});

export const beatRecord = (computer: CastMember, at: Date, over: Partial<BeatRecord> = {}): BeatRecord => ({
  kind: 'beat',
  computer,
  at: at.toISOString(),
  agentVersion: '1.0.0',
  uptimeSeconds: 86_400,
  ...over,
});

/** One structured event as a record. The event's own number is made from its time, so equal calls make equal events. */
export function eventRecord<K extends EventKind>(
  computer: CastMember,
  kind: K,
  time: Date,
  facts: EventFacts[K],
): EventRecord {
  const frame = { computer, time, recordId: Math.floor(time.getTime() / 1000) };
  return { kind: 'event', event: writeEvent(kind, { ...facts, ...frame }, 'json') };
}

export interface StopTold {
  readonly stoppedAt: Date;
  /** Until Windows is back and writes its events; two minutes unless told otherwise. */
  readonly bootAfterMs?: number;
  readonly code?: number;
  readonly parameters?: Parameters4;
  /** Kernel-Power 41 often keeps the code and loses the parameters, or loses both. */
  readonly kernelPower?: 'all' | 'code' | 'nothing';
}

/** What Windows writes at the boot after one stop: 6008, 41 and 1001, in this order and some seconds apart. */
export function eventsOfStop(
  computer: CastMember,
  stop: StopTold,
): { lastAlive: EventRecord; kernelPower: EventRecord; bugcheck: EventRecord } {
  const {
    code = INPAGE_STOP.code,
    parameters = INPAGE_STOP.parameters,
    kernelPower = 'all',
    bootAfterMs = 120_000,
  } = stop;
  const after = (ms: number): Date => new Date(stop.stoppedAt.getTime() + bootAfterMs + ms);
  const kept = { all: { code, parameters }, code: { code }, nothing: {} }[kernelPower];
  return {
    lastAlive: eventRecord(computer, '6008', after(4_000), { stoppedAt: new Date(stop.stoppedAt.getTime() - 30_000) }),
    kernelPower: eventRecord(computer, '41', after(6_500), { version: 8, ...kept }),
    bugcheck: eventRecord(computer, '1001', after(31_000), {
      code,
      parameters,
      reportId: `report-${stop.stoppedAt.getTime()}`,
    }),
  };
}
