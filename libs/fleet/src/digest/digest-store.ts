import type { MachineId } from '@inpage/core';
import type { HeardDay } from '../exposure/heard-days.js';
import type { MachineFacts } from './crashes-of.js';
import type { DiskEventRecord } from './disk-event-record.js';
import type { Evidence } from './evidence.js';
import type { JudgedCrash } from './judge-stop.js';
import type { LeadUpWindow } from './lead-up-window.js';
import type { MachineInventory } from './machine-inventory.js';
import type { Chunk } from './read-chunk.js';

/** One digest: everything it writes becomes visible together, or not at all. */
export abstract class DigestTransaction {
  /** Chunks that wait and that nobody else has taken; they stay taken until the transaction ends. */
  abstract takeChunks(limit: number): Promise<Chunk[]>;
  /** Notes the arrival, and keeps every other digest away from these machines until the transaction ends. */
  abstract lockMachines(machines: ReadonlySet<MachineId>, heardAt: Date): Promise<void>;
  /** Notes that machines were heard from on these days: what their disks' exposure is counted from. */
  abstract saveHeardDays(days: readonly HeardDay[]): Promise<void>;
  abstract saveEvidence(evidence: readonly Evidence[]): Promise<void>;
  abstract saveInventories(inventories: readonly MachineInventory[]): Promise<void>;
  /** Keeps all of them. Tells of which machines a stop may be close enough to one that was not known before. */
  abstract saveDiskEvents(events: readonly DiskEventRecord[]): Promise<ReadonlySet<MachineId>>;
  /** Per machine with evidence: all of it, and every inventory in order of time. Machines without evidence are left out. */
  abstract loadMachines(machines: ReadonlySet<MachineId>): Promise<MachineFacts[]>;
  /**
   * The storage events in these windows: of each window those nearest to the stop on both sides, at least one more than is looked
   * at, so that it shows where some were left out. An event in two windows may come twice.
   */
  abstract loadDiskEvents(windows: readonly LeadUpWindow[]): Promise<DiskEventRecord[]>;
  /** Replaces the crashes of these machines, and recounts every cell that they or their former crashes lie in. */
  abstract saveCrashes(machines: readonly MachineId[], crashes: readonly JudgedCrash[]): Promise<void>;
  abstract finish(chunks: readonly Chunk[]): Promise<void>;
}

export abstract class DigestStore {
  /** Runs again by itself when the database says that two digests met (SQLSTATE 40001, 40P01). */
  abstract transaction<T>(work: (transaction: DigestTransaction) => Promise<T>): Promise<T>;
  /** Puts the oldest chunk that waits aside for a while, with the reason; it is tried again later, with growing pauses. */
  abstract postpone(chunkId: string, reason: string): Promise<void>;
  /** Chunks that wait and are due. */
  abstract pending(): Promise<number>;
}
