import type { GroupId, MachineId } from '@inpage/core';
import type { JudgedCrash } from '../digest/judge-stop.js';
import { DigestTransaction } from '../digest/digest-store.js';
import type { Chunk, ChunkFacts } from '../digest/read-chunk.js';

/** A crash as it is kept now, as far as a replay compares it. */
export interface StoredCrash {
  readonly machineId: MachineId;
  readonly id: string;
  readonly stoppedAtMs: number;
  readonly groupId: GroupId;
  readonly groupTitle: string;
  readonly cause: string;
  readonly confidence: number;
  readonly family: string;
  readonly layout: string;
  readonly status?: number;
  readonly diskId?: string;
  readonly model?: string;
  readonly triageVersion: number;
  readonly reasons: readonly { readonly rule: string; readonly weight: number }[];
}

/** A chunk as it was found; without one where its bodies cannot be unpacked. */
export interface FoundChunk {
  readonly id: string;
  readonly chunk?: Chunk;
  readonly fault?: string;
}

/** Rows that were, or would be, written, changed or removed. */
export interface RowChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Rows that come from reading records. */
export type ReadingChanges = Readonly<Record<ReadRows, RowChanges>>;
export type ReadRows = 'evidence' | 'diskEvents' | 'inventories' | 'inventoryDisks';

const NONE: RowChanges = { added: 0, changed: 0, removed: 0 };
export const NO_READING_CHANGES: ReadingChanges = {
  evidence: NONE,
  diskEvents: NONE,
  inventories: NONE,
  inventoryDisks: NONE,
};

export const sumRowChanges = (a: RowChanges, b: RowChanges): RowChanges => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  removed: a.removed + b.removed,
});

export const sumReadingChanges = (a: ReadingChanges, b: ReadingChanges): ReadingChanges => ({
  evidence: sumRowChanges(a.evidence, b.evidence),
  diskEvents: sumRowChanges(a.diskEvents, b.diskEvents),
  inventories: sumRowChanges(a.inventories, b.inventories),
  inventoryDisks: sumRowChanges(a.inventoryDisks, b.inventoryDisks),
});

/** How many machines go with one batch, and how much evidence at most; a machine with more goes alone. */
export interface MachineBatch {
  readonly machines: number;
  readonly evidence: number;
}

/** One batch of a replay. In a rehearsal the same questions are answered from what would be written. */
export abstract class ReplayTransaction extends DigestTransaction {
  /** Chunks that were digested, behind this one in order of id; those that wait are read by their digest. */
  abstract chunksAfter(id: string, limit: number): Promise<FoundChunk[]>;
  /** Keeps every digest away from these machines until the transaction ends. */
  abstract holdMachines(machines: ReadonlySet<MachineId>): Promise<void>;
  /** Puts what these chunks say now in place of what they said. Crashes keep their records. Tells what that changed. */
  abstract renewReadings(chunks: readonly Chunk[], read: readonly ChunkFacts[]): Promise<ReadingChanges>;
  /** What was read of this chunk stays, because it cannot be read any more. */
  abstract keepReadings(chunkId: string): Promise<void>;
  /** Removes what no record says any more, once every chunk was read. Tells what was changed in all, this included. */
  abstract finishReadings(soFar: ReadingChanges, everyChunkWasRead: boolean): Promise<ReadingChanges>;

  /** Machines with evidence or crashes, in order of id. */
  abstract machinesAfter(id: string, batch: MachineBatch): Promise<MachineId[]>;
  abstract storedCrashes(machines: readonly MachineId[]): Promise<StoredCrash[]>;
  /** Of these crashes those that stay as they are: a record that is too old to be looked at speaks of them. */
  abstract crashesThatStay(
    machines: readonly MachineId[],
    crashIds: readonly string[],
    lookedAt: readonly string[],
  ): Promise<ReadonlySet<string>>;
  /** What the group of this crash is called, or would be. */
  abstract groupTitle(crash: JudgedCrash): string;
}

/** How much there is to do; more may come while it is done. */
export interface ReplaySize {
  readonly chunks: number;
  readonly machines: number;
}

/** Counts that must agree after a replay, taken in one moment. */
export interface ReplayCounts {
  readonly crashes: number;
  readonly crashesWithDisk: number;
  /** Sums over the tables that count crashes. */
  readonly counted: Readonly<Record<string, number>>;
  readonly countedWithDisk: Readonly<Record<string, number>>;
  /** Records of stops that belong to no crash. */
  readonly evidenceWithoutCrash: number;
  /** Crashes that are in no group. */
  readonly crashesWithoutGroup: number;
}

export abstract class ReplayStore {
  abstract size(): Promise<ReplaySize>;
  /** One batch; runs again by itself when it met a digest. */
  abstract transaction<T>(work: (transaction: ReplayTransaction) => Promise<T>): Promise<T>;
  /**
   * A whole replay of which nothing stays: one snapshot of the database, which refuses every write but to tables of the rehearsal's own.
   * `readAgain`: whether these take the place of what was read.
   */
  abstract rehearse<T>(readAgain: boolean, work: (rehearsal: ReplayTransaction) => Promise<T>): Promise<T>;
  abstract counts(): Promise<ReplayCounts>;
}
