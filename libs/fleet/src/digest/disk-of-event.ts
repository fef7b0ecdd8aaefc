import type { DiskId } from '@inpage/core';
import { normaliseModel, normaliseSerial } from '@inpage/triage';
import type { DiskEvent } from '@inpage/winevent';
import type { DiskEventRecord } from './disk-event-record.js';
import type { InventoryDisk, MachineInventory } from './machine-inventory.js';

const DAY_MS = 86_400_000;

/** Which disk of the machine an event speaks of: its id, `elsewhere` for one that the inventory of that day does not list. */
export type NamedDisk = DiskId | 'elsewhere';

/** The inventories on both sides of a moment. */
interface Neighbours {
  readonly before?: MachineInventory;
  readonly after?: MachineInventory;
}

/**
 * Finds the disk of an event, on evidence only: an equal serial; else its number in an inventory that was as good then; else a
 * model that only one disk has; else that the machine has no other disk. `undefined` where none of them tells.
 * `inventories` are in order of time.
 */
export function diskOfEvent(
  { event, atMs }: DiskEventRecord,
  inventories: readonly MachineInventory[],
): NamedDisk | undefined {
  const near = neighbours(inventories, atMs);
  const inForce = near.before ?? near.after;
  if (inForce === undefined) return undefined;
  return (
    bySerial(event, near) ??
    byNumber(event, near, atMs) ??
    byModel(event, inForce.disks) ??
    onlyDisk(event, inForce.disks)
  );
}

/** The newest at or before that moment and the oldest after it. */
function neighbours(inventories: readonly MachineInventory[], atMs: number): Neighbours {
  let [low, high] = [0, inventories.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inventories[middle]!.observedAtMs <= atMs) low = middle + 1;
    else high = middle;
  }
  return { before: inventories[low - 1], after: inventories[low] };
}

const disksOf = (inventory: MachineInventory | undefined): readonly InventoryDisk[] => inventory?.disks ?? [];

/** On NVMe the adapter's serial is that of the drive, and what stands under `serial` names the namespace. */
function bySerial({ serial, adapterSerial }: DiskEvent, { before, after }: Neighbours): DiskId | undefined {
  const named = [adapterSerial, serial].flatMap((one) => (one && normaliseSerial(one).serial) || []);
  if (named.length === 0) return undefined;
  return [...disksOf(before), ...disksOf(after)].find(
    (disk) => disk.serial !== undefined && named.includes(disk.serial),
  )?.id;
}

/**
 * Windows gives numbers anew at every start. So a number is believed where the inventories before and after the event agree on
 * it, within a day of an inventory, and where there is one disk only.
 */
function byNumber({ diskNumber }: DiskEvent, { before, after }: Neighbours, atMs: number): NamedDisk | undefined {
  if (diskNumber === undefined) return undefined;
  const named = (inventory: MachineInventory | undefined): NamedDisk | undefined =>
    inventory && (inventory.disks.find(({ number }) => number === diskNumber)?.id ?? 'elsewhere');
  const [then, later] = [named(before), named(after)];
  if (then !== undefined && then === later) return then;
  const near = [before, after].filter((one) => one !== undefined && Math.abs(one.observedAtMs - atMs) <= DAY_MS);
  if (near.length > 0) return named(near[0]);
  const alone = before ?? after;
  return alone?.disks.length === 1 && alone.disks[0]!.number === diskNumber ? alone.disks[0]!.id : undefined;
}

function byModel({ model, vendor }: DiskEvent, disks: readonly InventoryDisk[]): DiskId | undefined {
  if (model === undefined) return undefined;
  const keys = new Set(
    [model, vendor ? `${vendor} ${model}` : model].map((text) => normaliseModel(text, { vendor }).key),
  );
  const alike = disks.filter((disk) => keys.has(disk.model.key));
  return alike.length === 1 ? alike[0]!.id : undefined;
}

/** Only for what names no disk at all: an adapter, a volume. */
const onlyDisk = ({ diskNumber, serial, adapterSerial, model }: DiskEvent, disks: readonly InventoryDisk[]) =>
  disks.length === 1 && diskNumber === undefined && !serial && !adapterSerial && !model ? disks[0]!.id : undefined;
