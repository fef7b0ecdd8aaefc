import type { DiskId, MachineId } from '@inpage/core';
import {
  normaliseFirmware,
  normaliseModel,
  normaliseSerial,
  type DiskFacts,
  type NormalisedModel,
  type NormalisedStack,
} from '@inpage/triage';
import { chooseDisk } from './choose-disk.js';
import type { PlacedEvent } from './lead-up.js';
import { diskId, type InventoryDisk, type MachineInventory } from './machine-inventory.js';
import type { ReducedStop } from './reduce-stop.js';

/** The disk of a crash with its driver stack, and by which rule it was found. All absent while it is not known. */
export interface FoundDisk {
  readonly diskId?: DiskId;
  readonly model?: NormalisedModel;
  readonly firmware?: string;
  readonly serial?: string;
  readonly busType?: number;
  readonly stack?: NormalisedStack;
  readonly stackVersions?: readonly string[];
  readonly diskRule?: string;
  readonly facts?: DiskFacts;
}

/** The disk that the record itself names, else the one that inventory and the storage events of the last minutes tell. */
export const findDisk = (
  stop: ReducedStop,
  machineId: MachineId,
  inventory: MachineInventory | undefined,
  lastMinutes: readonly PlacedEvent[],
): FoundDisk =>
  stop.disk === undefined ? inventoryDisk(stop, inventory, lastMinutes) : recordedDisk(stop, machineId, inventory);

function inventoryDisk(
  stop: ReducedStop,
  inventory: MachineInventory | undefined,
  lastMinutes: readonly PlacedEvent[],
): FoundDisk {
  const chosen = inventory && chooseDisk(inventory.disks, stop.decode, lastMinutes);
  return chosen === undefined ? {} : { ...partOf(chosen.disk), diskRule: chosen.rule };
}

/** The record names its disk: that is believed, and completed from inventory where inventory knows the same disk. */
function recordedDisk(stop: ReducedStop, machineId: MachineId, inventory: MachineInventory | undefined): FoundDisk {
  const { disk } = stop;
  const model = normaliseModel(disk!.model, { busType: disk!.busType, vendor: disk!.vendor });
  const serial = disk!.serial === undefined ? undefined : normaliseSerial(disk!.serial).serial;
  const alike =
    inventory?.disks.filter((one) => one.model.key === model.key && (serial === undefined || one.serial === serial)) ??
    [];
  const known = alike.length === 1 ? partOf(alike[0]!) : undefined;
  const firmware = (disk!.firmware && normaliseFirmware(disk!.firmware)) || known?.firmware;
  return {
    ...known,
    diskId: known?.diskId ?? (serial === undefined ? undefined : diskId(model.key, serial, machineId, 0)),
    model,
    serial: serial ?? known?.serial,
    firmware,
    busType: disk!.busType ?? known?.busType,
    diskRule: 'recorded',
    facts: {
      ...unknownDisk,
      ...known?.facts,
      model: model.model,
      firmware,
      busType: disk!.busType ?? known?.facts?.busType,
      virtual: model.virtual,
      bridged: model.bridged,
    },
  };
}

const unknownDisk = { removable: false, virtual: false, bridged: false, holdsPageFile: false, isBoot: false } as const;

const partOf = (disk: InventoryDisk): FoundDisk => ({
  diskId: disk.id,
  model: disk.model,
  firmware: disk.firmware,
  serial: disk.serial,
  busType: disk.busType,
  stack: disk.stack,
  stackVersions: disk.stackVersions,
  facts: {
    model: disk.model.model,
    firmware: disk.firmware,
    busType: disk.busType,
    mediaType: disk.mediaType,
    removable: disk.removable,
    virtual: disk.model.virtual,
    bridged: disk.model.bridged,
    holdsPageFile: disk.holdsPageFile,
    isBoot: disk.isBoot,
  },
});
