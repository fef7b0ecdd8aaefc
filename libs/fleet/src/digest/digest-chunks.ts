import type { MachineId } from '@inpage/core';
import { heardDays } from '../exposure/heard-days.js';
import { judgeStops, stopsOf, type MachineStops } from './crashes-of.js';
import type { DiskEventRecord } from './disk-event-record.js';
import type { DigestStore, DigestTransaction } from './digest-store.js';
import type { JudgedCrash } from './judge-stop.js';
import { readChunk, type Chunk } from './read-chunk.js';

/** Chunks in one transaction. More make fewer recounts, and longer waits for whoever needs the same machine. */
const CHUNKS_PER_DIGEST = 16;

export interface DigestOutcome {
  readonly chunks: number;
  readonly crashes: number;
  /** Ids of triage rules that threw. */
  readonly brokenRules: readonly string[];
}

/** Told when a chunk could not be digested. Nothing is lost: it is tried again. */
export type Postponed = (chunkId: string, error: unknown) => void;

/**
 * Turns records into facts. Safe to run at any time, twice, and by many workers at once: whatever it derives is computed from
 * everything that is known of a machine, never added to what was there.
 */
export class DigestChunks {
  constructor(
    private readonly store: DigestStore,
    private readonly postponed: Postponed,
  ) {}

  /** Digests what waits, some at a time. `chunks` is 0 when there was nothing to do. */
  async run(): Promise<DigestOutcome> {
    const taken: string[] = [];
    try {
      return await this.#digest(CHUNKS_PER_DIGEST, taken);
    } catch (error) {
      return await this.#oneByOne(taken, error);
    }
  }

  /** One chunk that cannot be digested must not hold up the others. */
  async #oneByOne(taken: readonly string[], error: unknown): Promise<DigestOutcome> {
    if (taken.length === 0) throw error;
    const outcomes = [];
    for (let i = 0; i < taken.length; i++) {
      const one: string[] = [];
      try {
        outcomes.push(await this.#digest(1, one));
      } catch (cause) {
        if (one[0] === undefined) throw cause;
        await this.store.postpone(one[0], String(cause));
        this.postponed(one[0], cause);
      }
    }
    return outcomes.reduce(sum, { chunks: 0, crashes: 0, brokenRules: [] });
  }

  #digest(limit: number, taken: string[]): Promise<DigestOutcome> {
    return this.store.transaction(async (transaction) => {
      taken.length = 0;
      const chunks = await transaction.takeChunks(limit);
      taken.push(...chunks.map(({ id }) => id));
      return chunks.length === 0 ? { chunks: 0, crashes: 0, brokenRules: [] } : await digest(transaction, chunks);
    });
  }
}

const sum = (a: DigestOutcome, b: DigestOutcome): DigestOutcome => ({
  chunks: a.chunks + b.chunks,
  crashes: a.crashes + b.crashes,
  brokenRules: [...a.brokenRules, ...b.brokenRules],
});

async function digest(transaction: DigestTransaction, chunks: readonly Chunk[]): Promise<DigestOutcome> {
  const read = chunks.map(readChunk);
  const evidence = read.flatMap((facts) => facts.evidence);
  const inventories = read.flatMap((facts) => facts.inventories);
  const diskEvents = read.flatMap((facts) => facts.diskEvents);
  const heard = new Set(read.flatMap((facts) => [...facts.heard]));
  await transaction.lockMachines(heard, new Date(Math.max(...chunks.map(({ receivedAtMs }) => receivedAtMs))));
  await transaction.saveHeardDays(heardDays(chunks));
  await transaction.saveEvidence(evidence);
  await transaction.saveInventories(inventories);
  const nearStops = await transaction.saveDiskEvents(diskEvents);
  const touched = [...evidence, ...inventories].map(({ machineId }) => machineId);
  const crashes = await judge(transaction, new Set([...touched, ...nearStops]));
  await transaction.finish(chunks);
  return {
    chunks: chunks.length,
    crashes: crashes.length,
    brokenRules: crashes.flatMap(({ verdict }) => verdict.brokenRules),
  };
}

/** All crashes of these machines, anew. */
async function judge(transaction: DigestTransaction, touched: ReadonlySet<MachineId>): Promise<JudgedCrash[]> {
  if (touched.size === 0) return [];
  const machines = await transaction.loadMachines(touched);
  const crashes = await judgeMachines(transaction, machines.map(stopsOf));
  if (machines.length > 0)
    await transaction.saveCrashes(
      machines.map(({ machineId }) => machineId),
      crashes,
    );
  return crashes;
}

/** Storage events that are held at once; a few hundred bytes each. */
const EVENTS_AT_ONCE = 50_000;

/** Some machines at a time. What a machine's crashes are never depends on which others go with it. Also what a replay does. */
export async function judgeMachines(
  transaction: Pick<DigestTransaction, 'loadDiskEvents'>,
  machines: readonly MachineStops[],
  judgeOne: typeof judgeStops = judgeStops,
): Promise<JudgedCrash[]> {
  const crashes: JudgedCrash[] = [];
  for (const some of portions(machines)) {
    const events = groupedBy(await transaction.loadDiskEvents(some.flatMap(({ windows }) => windows)));
    for (const machine of some) crashes.push(...judgeOne(machine, events.get(machine.machineId) ?? []));
  }
  return crashes;
}

function portions(machines: readonly MachineStops[]): MachineStops[][] {
  const all: MachineStops[][] = [];
  let room = 0;
  for (const machine of machines) {
    const most = machine.windows.reduce((sum, { before, after }) => sum + before + after, 0);
    if (all.length === 0 || room < most) {
      all.push([]);
      room = EVENTS_AT_ONCE;
    }
    all.at(-1)!.push(machine);
    room -= most;
  }
  return all;
}

function groupedBy(events: readonly DiskEventRecord[]): Map<MachineId, DiskEventRecord[]> {
  const groups = new Map<MachineId, DiskEventRecord[]>();
  for (const event of events) {
    const group = groups.get(event.machineId);
    if (group) group.push(event);
    else groups.set(event.machineId, [event]);
  }
  return groups;
}
