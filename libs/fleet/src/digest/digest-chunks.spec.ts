import { describe, expect, it } from 'vitest';
import type { MachineId } from '@inpage/core';
import type { MachineFacts } from './crashes-of.js';
import { DigestChunks } from './digest-chunks.js';
import { DigestStore, type DigestTransaction } from './digest-store.js';
import type { DiskEventRecord } from './disk-event-record.js';
import { bugcheck, diskEvent, evidence, MINUTE, NOON } from './evidence.fixture.js';
import type { JudgedCrash } from './judge-stop.js';
import type { LeadUpWindow } from './lead-up-window.js';
import type { Chunk } from './read-chunk.js';

const MACHINES = 600;
const machineNumber = (n: number) => `5afe0000-0000-4000-8000-${String(n).padStart(12, '0')}` as MachineId;
const EMPTY_CHUNK: Chunk = {
  ...{ id: '1', receivedAtMs: NOON, bodies: Buffer.alloc(0), bodyLengths: [], bodyTypes: [] },
  ...{ ordinals: [], recordIds: [], machineIds: [], clockSkewsMs: [] },
};

/** Each machine stopped once, and logged one event right before it. */
class ManyMachines extends DigestStore {
  readonly asked: number[] = [];
  crashes: readonly JudgedCrash[] = [];
  readonly facts = Array.from({ length: MACHINES }, (_, n): MachineFacts => {
    const machineId = machineNumber(n);
    return { machineId, evidence: [evidence('crash', NOON, { ...bugcheck, machineId })], inventories: [] };
  });
  readonly events = this.facts.map(({ machineId }): DiskEventRecord => ({ ...diskEvent(NOON - MINUTE), machineId }));

  async transaction<T>(work: (transaction: DigestTransaction) => Promise<T>): Promise<T> {
    const nothing = () => Promise.resolve();
    return work({
      ...{
        lockMachines: nothing,
        saveHeardDays: nothing,
        saveEvidence: nothing,
        saveInventories: nothing,
        finish: nothing,
      },
      takeChunks: async () => [EMPTY_CHUNK],
      saveDiskEvents: async () => new Set(this.facts.map(({ machineId }) => machineId)),
      loadMachines: async () => this.facts,
      loadDiskEvents: async (windows: readonly LeadUpWindow[]) => {
        this.asked.push(windows.reduce((sum, { before, after }) => sum + before + after, 0));
        const wanted = new Set(windows.map(({ machineId }) => machineId));
        return this.events.filter(({ machineId }) => wanted.has(machineId));
      },
      saveCrashes: async (_machines: unknown, crashes: readonly JudgedCrash[]) => {
        this.crashes = crashes;
      },
    } as unknown as DigestTransaction);
  }
  async postpone(): Promise<void> {}
  async pending(): Promise<number> {
    return 0;
  }
}

describe('a digest of many machines', () => {
  it('holds the storage events of some of them at a time, and judges each with its own', async () => {
    const store = new ManyMachines();
    await new DigestChunks(store, () => undefined).run();
    expect(store.asked).toEqual([50_000, 50_000, 20_000]);
    const own = new Map(store.events.map(({ machineId, recordId }) => [machineId, recordId]));
    expect(store.crashes).toHaveLength(MACHINES);
    expect(store.crashes.map(({ leadUp }) => leadUp!.events['unknown-disk'])).toEqual(
      store.crashes.map(({ machineId }) => [own.get(machineId)]),
    );
  });
});
