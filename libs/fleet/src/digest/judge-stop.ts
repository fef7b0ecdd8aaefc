import { uuidFromDigest, type DiskId, type GroupId, type MachineId } from '@inpage/core';
import {
  groupKey,
  groupParts,
  normaliseFirmware,
  normaliseModel,
  normaliseSerial,
  triage,
  type CrashFacts,
  type DiskFacts,
  type GroupParts,
  type NormalisedModel,
  type NormalisedStack,
  type Verdict,
} from '@inpage/triage';
import { hash } from 'node:crypto';
import { chooseDisk } from './choose-disk.js';
import { readStack } from './driver-stack.js';
import { diskId, inForce, type InventoryDisk, type MachineInventory } from './machine-inventory.js';
import type { ReducedStop } from './reduce-stop.js';

/** A crash as it is kept: the stop, its disk and driver stack, its group and its verdict. */
export interface JudgedCrash extends ReducedStop {
  readonly machineId: MachineId;
  readonly groupId: GroupId;
  readonly groupKey: string;
  readonly parts: GroupParts;
  readonly diskId?: DiskId;
  readonly model?: NormalisedModel;
  readonly firmware?: string;
  readonly serial?: string;
  readonly busType?: number;
  readonly stack?: NormalisedStack;
  readonly stackVersions?: readonly string[];
  readonly diskRule?: string;
  readonly machineModel?: string;
  readonly osBuild?: string;
  readonly verdict: Verdict;
}

type DiskPart = Pick<
  JudgedCrash,
  'diskId' | 'model' | 'firmware' | 'serial' | 'busType' | 'stack' | 'stackVersions' | 'diskRule'
> & { readonly facts?: DiskFacts };

/** Finds the disk, asks triage, names the group. Pure: the same stop and inventories give the same crash. */
export function judgeStop(
  stop: ReducedStop,
  machineId: MachineId,
  inventories: readonly MachineInventory[],
): JudgedCrash {
  const inventory = inForce(inventories, stop.stoppedAtMs);
  const { facts, ...disk } =
    stop.disk === undefined ? inventoryDisk(stop, inventory) : recordedDisk(stop, machineId, inventory);
  // A stack that the record itself names is that of the moment; inventory may be months older.
  const recorded = readStack(stop.driverStack);
  const { stack, stackVersions } = recorded.stack === undefined ? disk : recorded;
  const parts = groupParts(stop.decode, facts, stack);
  const key = groupKey(parts);
  return {
    ...stop,
    ...disk,
    stack,
    stackVersions,
    machineId,
    groupId: uuidFromDigest(hash('sha256', key, 'buffer')) as GroupId,
    groupKey: key,
    parts,
    machineModel: inventory?.machineModel,
    osBuild: inventory?.osBuild,
    verdict: triage(triageFacts(stop, facts, disk.diskRule, stack, inventory)),
  };
}

const triageFacts = (
  stop: ReducedStop,
  disk: DiskFacts | undefined,
  diskRule: string | undefined,
  stack: NormalisedStack | undefined,
  inventory: MachineInventory | undefined,
): CrashFacts => ({
  decode: stop.decode,
  grade: stop.grade,
  disk,
  diskRule,
  driverStack: stack?.drivers,
  dumpFailed: stop.dumpFailed,
  powerButton: stop.powerButton,
  machine: inventory && { model: inventory.machineModel, osBuild: inventory.osBuild },
});

function inventoryDisk(stop: ReducedStop, inventory: MachineInventory | undefined): DiskPart {
  const chosen = inventory && chooseDisk(inventory.disks, stop.decode);
  return chosen === undefined ? {} : { ...partOf(chosen.disk), diskRule: chosen.rule };
}

/** The record names its disk: that is believed, and completed from inventory where inventory knows the same disk. */
function recordedDisk(stop: ReducedStop, machineId: MachineId, inventory: MachineInventory | undefined): DiskPart {
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

const partOf = (disk: InventoryDisk): DiskPart => ({
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
