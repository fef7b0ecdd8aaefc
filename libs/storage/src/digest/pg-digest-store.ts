import {
  DigestStore,
  DigestTransaction,
  type Chunk,
  type DiskEventRecord,
  type Evidence,
  type HeardDay,
  type JudgedCrash,
  type LeadUpWindow,
  type MachineFacts,
  type MachineInventory,
} from '@inpage/fleet';
import type { MachineId } from '@inpage/core';
import type { PoolClient } from 'pg';
import type { Database } from '../database.js';
import { markInventoryDays } from '../exposure/mark-inventory-days.js';
import { saveHeardDays } from '../exposure/save-heard-days.js';
import { finishChunks, takeChunks } from './chunks.js';
import { cellsOf, replaceCrashes } from './crashes.js';
import { loadDiskEvents, saveDiskEvents } from './disk-events.js';
import { loadEvidence, saveEvidence } from './evidence.js';
import { addGroups } from './groups.js';
import { loadInventories, saveInventories } from './inventories.js';
import { recountCells } from './recount-cells.js';

/** Two transactions met: serialization_failure, deadlock_detected. The one that lost runs again. */
const MET = new Set(['40001', '40P01']);
const MOST_ATTEMPTS = 10;

const LOCK = `select id from machine where id = any($1::uuid[]) order by id for update`;
/** To half a minute: a machine that talks all the time is not written all the time. */
const HEARD = `
update machine set last_heard_at = greatest(last_heard_at, $2::timestamptz), first_heard_at = least(first_heard_at, $2::timestamptz)
 where id = any($1::uuid[]) and (last_heard_at < $2::timestamptz - interval '30 seconds' or first_heard_at > $2::timestamptz)`;
const POSTPONE = `
update digest_pending set attempts = attempts + 1, last_error = left($2, 2000),
  not_before = now() + least(interval '1 hour', interval '1 second' * power(2, least(attempts, 12)))
 where chunk_id = $1`;

export class PgDigestStore extends DigestStore {
  constructor(private readonly database: Database) {
    super();
  }

  async transaction<T>(work: (transaction: DigestTransaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.transaction((db) => work(new PgDigestTransaction(db)));
      } catch (error) {
        if (attempt >= MOST_ATTEMPTS || !MET.has(String((error as { code?: unknown }).code))) throw error;
      }
    }
  }

  async postpone(chunkId: string, reason: string): Promise<void> {
    await this.database.pool.query(POSTPONE, [chunkId, reason.replaceAll('\0', '')]);
  }

  async pending(): Promise<number> {
    const { rows } = await this.database.pool.query(
      'select count(*)::int as n from digest_pending where not_before <= now()',
    );
    return (rows[0] as { n: number }).n;
  }
}

function byMachine<T extends { readonly machineId: MachineId }>(items: readonly T[]): Map<MachineId, T[]> {
  const groups = new Map<MachineId, T[]>();
  for (const item of items) {
    const group = groups.get(item.machineId);
    if (group) group.push(item);
    else groups.set(item.machineId, [item]);
  }
  return groups;
}

export class PgDigestTransaction extends DigestTransaction {
  constructor(private readonly db: PoolClient) {
    super();
  }

  takeChunks(limit: number): Promise<Chunk[]> {
    return takeChunks(this.db, limit);
  }

  async lockMachines(machines: ReadonlySet<MachineId>, heardAt: Date): Promise<void> {
    await this.db.query({ name: 'lock-machines', text: LOCK, values: [[...machines]] });
    await this.db.query({ name: 'machines-heard', text: HEARD, values: [[...machines], heardAt] });
  }

  saveHeardDays(days: readonly HeardDay[]): Promise<void> {
    return saveHeardDays(this.db, days);
  }

  saveEvidence(evidence: readonly Evidence[]): Promise<void> {
    return saveEvidence(this.db, evidence);
  }

  async saveInventories(inventories: readonly MachineInventory[]): Promise<void> {
    await saveInventories(this.db, inventories);
    await markInventoryDays(this.db, inventories);
  }

  saveDiskEvents(events: readonly DiskEventRecord[]): Promise<ReadonlySet<MachineId>> {
    return saveDiskEvents(this.db, events);
  }

  loadDiskEvents(windows: readonly LeadUpWindow[]): Promise<DiskEventRecord[]> {
    return loadDiskEvents(this.db, windows);
  }

  async loadMachines(machines: ReadonlySet<MachineId>): Promise<MachineFacts[]> {
    const evidence = byMachine(await loadEvidence(this.db, [...machines]));
    const inventories = byMachine(await loadInventories(this.db, [...evidence.keys()]));
    return [...evidence].map(([machineId, all]) => ({
      machineId,
      evidence: all,
      inventories: inventories.get(machineId) ?? [],
    }));
  }

  async saveCrashes(machines: readonly MachineId[], crashes: readonly JudgedCrash[]): Promise<void> {
    const before = await cellsOf(this.db, machines);
    await addGroups(
      this.db,
      crashes,
      before.map(({ groupId }) => groupId),
    );
    await replaceCrashes(this.db, machines, crashes);
    await recountCells(this.db, [...before, ...(await cellsOf(this.db, machines))]);
  }

  finish(chunks: readonly Chunk[]): Promise<void> {
    return finishChunks(this.db, chunks);
  }
}
