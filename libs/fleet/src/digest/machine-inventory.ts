import type { InventoryRecord } from '@inpage/contracts';
import { uuidFromDigest, type DiskId, type MachineId, type RecordId } from '@inpage/core';
import {
  normaliseFirmware,
  normaliseModel,
  normaliseSerial,
  type NormalisedModel,
  type NormalisedStack,
} from '@inpage/triage';
import { hash } from 'node:crypto';
import { inventoryFacts } from '../receive/content-id.js';
import { readStack } from './driver-stack.js';

/** One disk of an inventory, tidied. */
export interface InventoryDisk {
  readonly id: DiskId;
  readonly number: number;
  readonly model: NormalisedModel;
  readonly firmware?: string;
  readonly serial?: string;
  readonly busType?: number;
  readonly mediaType?: number;
  readonly sizeBytes?: number;
  readonly port?: string;
  readonly removable: boolean;
  readonly isBoot: boolean;
  readonly holdsPageFile: boolean;
  readonly stack?: NormalisedStack;
  /** In the order of the stack; an empty text where the version is not known. */
  readonly stackVersions?: readonly string[];
}

/** What a machine is made of, as one inventory record has it. */
export interface MachineInventory {
  readonly machineId: MachineId;
  readonly recordId: RecordId;
  readonly observedAtMs: number;
  /** Equal for equal facts of one machine, whenever they were observed. */
  readonly factsId: string;
  readonly manufacturer?: string;
  readonly machineModel?: string;
  readonly osBuild?: string;
  readonly arch?: string;
  readonly disks: readonly InventoryDisk[];
}

const USB = 7;
const digestId = (text: string): string => uuidFromDigest(hash('sha256', text, 'buffer'));

export function readInventory(
  record: InventoryRecord,
  machineId: MachineId,
  recordId: RecordId,
  observedAtMs: number,
): MachineInventory {
  const { machine, disks } = record;
  return {
    machineId,
    recordId,
    observedAtMs,
    factsId: digestId(`${machineId}\n${JSON.stringify(inventoryFacts(record))}`),
    manufacturer: machine?.manufacturer,
    machineModel: machine?.model,
    osBuild: machine?.osBuild,
    arch: machine?.arch,
    disks: onePerNumber(disks).map((disk) => readDisk(disk, machineId)),
  };
}

/** Windows gives each disk a number of its own; a source that does not gets its first one believed. */
const onePerNumber = (disks: InventoryRecord['disks']) => [
  ...new Map([...disks].reverse().map((disk) => [disk.number, disk])).values(),
];

function readDisk(disk: InventoryRecord['disks'][number], machineId: MachineId): InventoryDisk {
  const model = normaliseModel(disk.model, { busType: disk.busType, vendor: disk.vendor });
  const serial = disk.serial === undefined ? undefined : normaliseSerial(disk.serial).serial;
  return {
    ...disk,
    id: diskId(model.key, serial, machineId, disk.number),
    model,
    serial,
    firmware: (disk.firmware && normaliseFirmware(disk.firmware)) || undefined,
    removable: disk.removable ?? disk.busType === USB,
    isBoot: disk.isBoot ?? false,
    holdsPageFile: disk.holdsPageFile ?? false,
    ...readStack(disk.driverStack),
  };
}

/** A disk with a serial is the same disk in every PC; one without is only ever that disk of that PC. */
export function diskId(modelKey: string, serial: string | undefined, machineId: MachineId, number: number): DiskId {
  const identity =
    serial === undefined ? `unnamed\n${machineId}\n${modelKey}\n${number}` : `serial\n${modelKey}\n${serial}`;
  return digestId(identity) as DiskId;
}

/** Inventory in force at a time: the newest at or before it, else the oldest there is. `inventories` are in order of time. */
export function inForce(inventories: readonly MachineInventory[], atMs: number): MachineInventory | undefined {
  return inventories.findLast(({ observedAtMs }) => observedAtMs <= atMs) ?? inventories[0];
}
