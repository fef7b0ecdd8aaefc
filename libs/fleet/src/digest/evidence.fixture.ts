import type { MachineId, RecordId } from '@inpage/core';
import type { DiskEvent } from '@inpage/winevent';
import type { DiskEventRecord } from './disk-event-record.js';
import type { Evidence } from './evidence.js';
import type { InventoryDisk, MachineInventory } from './machine-inventory.js';
import { readInventory } from './machine-inventory.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Noon of the day on which everything in these specs happens. */
export const NOON = Date.UTC(2026, 6, 22, 12);

export const PC_BAD_SSD = 'bad55d00-0000-4000-8000-00000000cafe' as MachineId;
export const PC_HEALTHY = '5afe0000-0000-4000-8000-00000000cafe' as MachineId;

/** A 0x7A with STATUS_NO_SUCH_DEVICE; another one at another address. */
export const INPAGE = [0xffffc1049a602ec0n, 0xffffffffc000000en, 0x2454628c0n, 0xfffff8053c2b0000n] as const;
export const INPAGE_ELSEWHERE = [0xffffc1049a777000n, 0xffffffffc000000en, 0x245462111n, 0xfffff8053c999000n] as const;
export const ZEROS = [0n, 0n, 0n, 0n] as const;

/** A record id in a costume: 4ec04d…, then the number. */
export const recordNumber = (n: number): RecordId =>
  `4ec04d00-0000-8000-8000-${n.toString(16).padStart(12, '0')}` as RecordId;

let made = 0;

/** One piece of evidence. Its id is one of its own unless told otherwise. */
export const evidence = (kind: Evidence['kind'], reportedAtMs: number, over: Partial<Evidence> = {}): Evidence => ({
  kind,
  reportedAtMs,
  machineId: PC_BAD_SSD,
  recordId: recordNumber(++made),
  receivedAtMs: reportedAtMs + MINUTE,
  ...(kind === 'crash' ? { stoppedAtMs: reportedAtMs, source: 'reduced' as const } : {}),
  ...over,
});

export const bugcheck = { code: 0x7a, parameters: INPAGE } as const;

type Disk = Parameters<typeof readInventory>[0]['disks'][number];

export const SSD: Disk = {
  number: 0,
  model: 'Samsung SSD 870 EVO 1TB',
  firmware: 'SVT01B6Q',
  serial: 'S5Y2NJ0R900002',
  busType: 11,
  mediaType: 4,
  isBoot: true,
  holdsPageFile: true,
  driverStack: [
    { name: 'partmgr', version: '10.0.1' },
    { name: 'disk', version: '10.0.2' },
    { name: 'storahci', version: '10.0.3' },
  ],
};
export const USB_DISK: Disk = { number: 1, model: 'WD Elements 2621', serial: 'WX11A00000', busType: 7 };

export const inventory = (disks: readonly Disk[], atMs = NOON - DAY, machineId = PC_BAD_SSD): MachineInventory =>
  readInventory(
    {
      kind: 'inventory',
      at: new Date(atMs).toISOString(),
      machine: { model: '20XW00AAGE', osBuild: '22631.3447' },
      disks: [...disks],
    },
    machineId,
    recordNumber(++made),
    atMs,
  );

export const readDisks = (...disks: readonly Disk[]): readonly InventoryDisk[] => inventory(disks).disks;

/** A storage event of the bad SSD; a bad block of disk 0 unless told otherwise. */
export const diskEvent = (atMs: number, over: Partial<DiskEvent> = {}): DiskEventRecord => ({
  machineId: PC_BAD_SSD,
  recordId: recordNumber(++made),
  atMs,
  event: { kind: 'bad-block', provider: 'disk', eventId: 7, atMs, diskNumber: 0, ...over },
});

/** An event that names an adapter and no disk. */
export const adapterReset = (atMs: number): DiskEventRecord =>
  diskEvent(atMs, { kind: 'device-reset', provider: 'storahci', eventId: 129, diskNumber: undefined, portNumber: 0 });
