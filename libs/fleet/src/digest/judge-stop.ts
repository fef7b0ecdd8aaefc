import { uuidFromDigest, type GroupId, type MachineId } from '@inpage/core';
import {
  groupKey,
  groupParts,
  triage,
  type CrashFacts,
  type DriverChange,
  type GroupParts,
  type KinStop,
  type LeadUpEvent,
  type NormalisedStack,
  type Rule,
  type Verdict,
} from '@inpage/triage';
import { hash } from 'node:crypto';
import { readStack } from './driver-stack.js';
import { findDisk, type FoundDisk } from './find-disk.js';
import type { LeadUpNote } from './lead-up.js';
import { inForce, type MachineInventory } from './machine-inventory.js';
import type { ReducedStop } from './reduce-stop.js';

/** A crash as it is kept: the stop, its disk and driver stack, its group and its verdict. */
export interface JudgedCrash extends ReducedStop, Omit<FoundDisk, 'facts'> {
  readonly machineId: MachineId;
  readonly groupId: GroupId;
  readonly groupKey: string;
  readonly parts: GroupParts;
  readonly machineModel?: string;
  readonly osBuild?: string;
  readonly verdict: Verdict;
  /** Which storage events were looked at, and of which disk they speak. */
  readonly leadUp?: LeadUpNote;
}

/** What is known beside the stop itself. */
export interface Witnesses {
  readonly leadUp?: readonly LeadUpEvent[];
  readonly kin?: readonly KinStop[];
  readonly driverChanges?: readonly DriverChange[];
  readonly note?: LeadUpNote;
}

/** Finds the disk, asks triage, names the group. Pure: the same stop and inventories give the same crash. */
export const judgeStop = (
  stop: ReducedStop,
  machineId: MachineId,
  inventories: readonly MachineInventory[],
): JudgedCrash => {
  const inventory = inForce(inventories, stop.stoppedAtMs);
  return judgeLocated(stop, machineId, inventory, findDisk(stop, machineId, inventory, []), {});
};

/** The same for a stop whose disk was looked for already, with what witnesses say. */
export function judgeLocated(
  stop: ReducedStop,
  machineId: MachineId,
  inventory: MachineInventory | undefined,
  { facts, ...disk }: FoundDisk,
  { note, ...witnesses }: Witnesses,
  rules?: readonly Rule[],
): JudgedCrash {
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
    verdict: triage(
      {
        ...stopFacts(stop, inventory, stack),
        ...{ disk: facts, diskRule: disk.diskRule },
        ...witnesses,
      },
      rules,
    ),
    leadUp: note,
  };
}

const stopFacts = (
  stop: ReducedStop,
  inventory: MachineInventory | undefined,
  stack: NormalisedStack | undefined,
): CrashFacts => ({
  decode: stop.decode,
  grade: stop.grade,
  driverStack: stack?.drivers,
  dumpFailed: stop.dumpFailed,
  powerButton: stop.powerButton,
  machine: inventory && { model: inventory.machineModel, osBuild: inventory.osBuild },
  dump: stop.dump,
});
