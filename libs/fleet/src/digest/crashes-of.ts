import type { MachineId } from '@inpage/core';
import { RULES, type Rule } from '@inpage/triage';
import { correlate } from './correlate.js';
import type { DiskEventRecord } from './disk-event-record.js';
import { driverChanges } from './driver-changes.js';
import type { Evidence } from './evidence.js';
import { findDisk, type FoundDisk } from './find-disk.js';
import { judgeLocated, type JudgedCrash } from './judge-stop.js';
import { kinOf } from './kin.js';
import { leadUpOf, noteOf, placeEvents, secondsBefore, surroundings, type Surroundings } from './lead-up.js';
import { leadUpWindows, type LeadUpWindow } from './lead-up-window.js';
import { inForce, type MachineInventory } from './machine-inventory.js';
import { reduceStop, type ReducedStop } from './reduce-stop.js';

/** What is known of one machine. Inventories are in order of time; of evidence and events the order does not matter. */
export interface MachineFacts {
  readonly machineId: MachineId;
  readonly evidence: readonly Evidence[];
  readonly inventories: readonly MachineInventory[];
}

/** The stops of one machine, each with the time in which storage events may have to do with it. */
export interface MachineStops extends Omit<MachineFacts, 'evidence'> {
  readonly stops: readonly ReducedStop[];
  readonly windows: readonly LeadUpWindow[];
}

export function stopsOf({ machineId, evidence, inventories }: MachineFacts): MachineStops {
  const stops = correlate(evidence).map(reduceStop);
  return { machineId, inventories, stops, windows: leadUpWindows(machineId, stops) };
}

/**
 * All crashes of one machine. A pure function of what is known of it, without regard to other machines: evidence, inventories,
 * and the storage events that lie in the windows of its stops. Events outside of them are of no consequence.
 */
export const crashesOf = (facts: MachineFacts, diskEvents: readonly DiskEventRecord[] = []): JudgedCrash[] =>
  judgeStops(stopsOf(facts), diskEvents);

/** Disks are found for all stops before any is judged, because a stop is judged with its kin. */
export function judgeStops(
  { machineId, stops, windows, inventories }: MachineStops,
  diskEvents: readonly DiskEventRecord[],
  rules: readonly Rule[] = RULES,
): JudgedCrash[] {
  const placed = placeEvents(diskEvents, inventories);
  const located = stops.map((stop, i) => {
    const around = surroundings(placed, windows[i]!);
    const inventory = inForce(inventories, stop.stoppedAtMs);
    return { stop, around, inventory, disk: findDisk(stop, machineId, inventory, lastMinutes(stop, around)) };
  });
  const kin = kinOf(located.map(({ stop, disk }) => ({ ...stop, diskId: disk.diskId })));
  return located.map(({ stop, around, inventory, disk }) =>
    judgeLocated(
      stop,
      machineId,
      inventory,
      disk,
      {
        ...leadUp(stop, around, disk),
        kin: kin.get(stop.id),
        driverChanges: driverChanges(inventories, disk.diskId, stop.stoppedAtMs),
      },
      rules,
    ),
  );
}

function leadUp(stop: ReducedStop, around: Surroundings, disk: FoundDisk) {
  const events = leadUpOf(stop, around, disk.diskId);
  return { leadUp: events, note: noteOf(around, events) };
}

const TEN_MINUTES_S = 600;

const lastMinutes = (stop: ReducedStop, { window, events }: Surroundings) =>
  events.filter(({ atMs }) => {
    const seconds = secondsBefore(stop, window, atMs);
    return seconds >= 0 && seconds <= TEN_MINUTES_S;
  });
