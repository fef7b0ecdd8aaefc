import { hash } from 'node:crypto';
import { uuidFromDigest, type MachineId, type RecordId } from '@inpage/core';
import type { BeatRecord, CrashRecord, InventoryRecord } from '@inpage/contracts';

/**
 * The identity of a record: 122 bits of SHA-256 over whose it is and what was observed. Nothing of the transport is in it
 * (no arrival, no order of keys, no envelope), so the same observation has the same id whenever and by whomever it is sent.
 */
export const contentId = (machine: MachineId, identity: string): RecordId =>
  uuidFromDigest(hash('sha256', `${machine}\n${identity}`, 'hex')) as RecordId;

type Driver = { readonly name: string; readonly version?: string };
const drivers = (stack: readonly Driver[] | undefined) =>
  stack?.map(({ name, version }) => [name, version ?? null]) ?? null;

/** Lists in a fixed order: what is left out and what is null mean the same, what order the keys came in does not matter. */
export function crashIdentity(crash: CrashRecord, atMs: number): string {
  const disk = crash.disk;
  return JSON.stringify([
    'crash',
    atMs,
    Number(crash.code),
    crash.parameters?.map((parameter) => BigInt(parameter).toString(16)) ?? null,
    crash.source ?? 'reduced',
    crash.reportId ?? null,
    disk
      ? [
          disk.model,
          disk.vendor ?? null,
          disk.firmware ?? null,
          disk.serial ?? null,
          disk.busType ?? null,
          disk.mediaType ?? null,
        ]
      : null,
    drivers(crash.driverStack),
  ]);
}

export function inventoryIdentity(inventory: InventoryRecord, atMs: number): string {
  return JSON.stringify(['inventory', atMs, inventoryFacts(inventory)]);
}

/** The part of an inventory that says what is there, without the time: equal facts are stored once. */
export function inventoryFacts({ machine, disks }: InventoryRecord): unknown[] {
  return [
    [
      machine?.manufacturer ?? null,
      machine?.model ?? null,
      machine?.bios ?? null,
      machine?.osBuild ?? null,
      machine?.arch ?? null,
    ],
    ...disks.map((d) => [
      ...[
        d.number,
        d.model,
        d.vendor ?? null,
        d.firmware ?? null,
        d.serial ?? null,
        d.busType ?? null,
        d.mediaType ?? null,
      ],
      ...[d.sizeBytes ?? null, d.port ?? null, d.removable ?? null, d.isBoot ?? null, d.holdsPageFile ?? null],
      drivers(d.driverStack),
    ]),
  ];
}

export const beatIdentity = (beat: BeatRecord, atMs: number): string =>
  JSON.stringify(['beat', atMs, beat.agentVersion ?? null, beat.uptimeSeconds ?? null]);
