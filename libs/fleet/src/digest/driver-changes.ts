import type { DiskId } from '@inpage/core';
import type { DriverChange } from '@inpage/triage';
import type { InventoryDisk, MachineInventory } from './machine-inventory.js';

const DAY_MS = 86_400_000;
const WITHIN_MS = 30 * DAY_MS;
const MOST_CHANGES = 16;

/** Drivers by name with their versions; an empty text where the version is not known. */
type Versions = ReadonlyMap<string, string>;

/**
 * Drivers of a disk's stack that changed between the inventories of the thirty days before a stop, newest first: another version,
 * or a driver that came or went. A version that is not known on one side is no change. `inventories` are in order of time.
 */
export function driverChanges(
  inventories: readonly MachineInventory[],
  disk: DiskId | undefined,
  stoppedAtMs: number,
): DriverChange[] {
  if (disk === undefined) return [];
  const changes: DriverChange[] = [];
  const last = inventories.findLastIndex(({ observedAtMs }) => observedAtMs <= stoppedAtMs);
  for (let i = last; i > 0 && changes.length < MOST_CHANGES; i--) {
    const { observedAtMs, factsId, disks } = inventories[i]!;
    if (observedAtMs < stoppedAtMs - WITHIN_MS) break;
    if (factsId === inventories[i - 1]!.factsId) continue;
    const daysBefore = (stoppedAtMs - observedAtMs) / DAY_MS;
    const [from, to] = [versionsOf(inventories[i - 1]!.disks, disk), versionsOf(disks, disk)];
    if (from && to) changes.push(...changed(from, to).map((change) => ({ ...change, daysBefore })));
  }
  return changes.slice(0, MOST_CHANGES);
}

function versionsOf(disks: readonly InventoryDisk[], id: DiskId): Versions | undefined {
  const disk = disks.find((one) => one.id === id);
  return disk?.stack && new Map(disk.stack.drivers.map((name, i) => [name, disk.stackVersions?.[i] ?? '']));
}

function changed(from: Versions, to: Versions): Omit<DriverChange, 'daysBefore'>[] {
  const names = [...new Set([...to.keys(), ...from.keys()])];
  return names.flatMap((driver) => {
    const [before, now] = [from.get(driver), to.get(driver)];
    if (before === now || before === '' || now === '') return [];
    return [{ driver, from: before, to: now }];
  });
}
