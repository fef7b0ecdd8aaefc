import {
  NO_READING_CHANGES,
  READER_VERSION,
  sumRowChanges,
  type Chunk,
  type ChunkFacts,
  type FoundChunk,
  type JudgedCrash,
  type MachineBatch,
  type ReadingChanges,
  type ReplayTransaction,
  type StoredCrash,
} from '@inpage/fleet';
import type { MachineId } from '@inpage/core';
import type { PoolClient } from 'pg';
import { CHUNK, toChunk } from '../digest/chunks.js';
import { groupTitle } from '../digest/groups.js';
import { PgDigestTransaction } from '../digest/pg-digest-store.js';
import { renewReadings } from './renew-readings.js';
import { loadStoredCrashes } from './stored-crashes.js';

/** In the order in which digests lock them. */
const HOLD = `select id from machine where id = any($1::uuid[]) order by id for update`;

/** Compressed bytes of chunks in one batch; what they hold has some ten times as many. */
const MOST_BYTES = 4 * 1024 * 1024;
/** What waits for its digest is left to it: it tells by the events that are new to it which stops to judge again. */
const CHUNKS_AFTER = `
with next as (
  select id, sum(octet_length(bodies)) over (order by id) - octet_length(bodies) as before
    from (select id, bodies from record_chunk r
           where id > $1 and not exists (select from digest_pending p where p.chunk_id = r.id) order by id limit $2) c
)
select ${CHUNK} from record_chunk c join next on next.id = c.id where next.before < ${MOST_BYTES} order by c.id`;

/** A machine weighs as many records as a judgement looks at; the facts of a dump count for twenty. */
const MACHINES_AFTER = `
select m.id, e.weight from public.machine m
 cross join lateral (select count(*)::int + 20 * count(*) filter (where has_dump)::int as weight
   from (select dump is not null as has_dump from stop_evidence where machine_id = m.id limit 5000) s) e
 where m.id > $1 and (e.weight > 0 or exists (select from crash c where c.machine_id = m.id))
 order by m.id limit $2`;

const STAY = `
select distinct p.crash_id as id from public.stop_evidence p join stop_evidence e on e.machine_id = p.machine_id and e.record_id = p.record_id
 where p.machine_id = any($1::uuid[]) and p.crash_id = any($2::uuid[]) and not p.record_id = any($3::uuid[])`;

const FORGET_EVENTS = `delete from disk_event where reader_version < ${READER_VERSION}`;
/** Nobody may attach a disk while it is looked whether somebody does. */
const LOCK_DISKS = 'lock table disk, attachment in share row exclusive mode';
const FORGET_ATTACHMENTS = `
delete from attachment a where not exists (select from inventory_disk d where d.machine_id = a.machine_id and d.disk_id = a.disk_id)`;
const FORGET_DISKS = `delete from disk k where not exists (select from inventory_disk d where d.disk_id = k.id)`;

/** One batch of a replay on the tables themselves. */
export class PgReplayTransaction extends PgDigestTransaction implements ReplayTransaction {
  constructor(protected readonly connection: PoolClient) {
    super(connection);
  }

  async chunksAfter(id: string, limit: number): Promise<FoundChunk[]> {
    const { rows } = await this.connection.query({ name: 'chunks-after', text: CHUNKS_AFTER, values: [id, limit] });
    return rows.map((row) => {
      try {
        return { id: row.id as string, chunk: toChunk(row) };
      } catch (error) {
        return { id: row.id as string, fault: String((error as Error).message) };
      }
    });
  }

  async holdMachines(machines: ReadonlySet<MachineId>): Promise<void> {
    await this.connection.query({ name: 'hold-machines', text: HOLD, values: [[...machines]] });
  }

  renewReadings(chunks: readonly Chunk[], read: readonly ChunkFacts[]): Promise<ReadingChanges> {
    return renewReadings(this.connection, chunks, read);
  }

  /** It was not touched. */
  async keepReadings(_chunkId: string): Promise<void> {}

  async finishReadings(soFar: ReadingChanges, everyChunkWasRead: boolean): Promise<ReadingChanges> {
    if (!everyChunkWasRead) return soFar;
    const { rowCount } = await this.connection.query(FORGET_EVENTS);
    await this.connection.query(LOCK_DISKS);
    await this.connection.query(FORGET_ATTACHMENTS);
    await this.connection.query(FORGET_DISKS);
    const removed = { ...NO_READING_CHANGES.diskEvents, removed: rowCount ?? 0 };
    return { ...soFar, diskEvents: sumRowChanges(soFar.diskEvents, removed) };
  }

  async machinesAfter(id: string, batch: MachineBatch): Promise<MachineId[]> {
    const { rows } = await this.connection.query({
      name: 'machines-after',
      text: MACHINES_AFTER,
      values: [id, batch.machines],
    });
    let weight = 0;
    const beyond = rows.findIndex((row, i) => (weight += row.weight) > batch.evidence && i > 0);
    return (beyond < 0 ? rows : rows.slice(0, beyond)).map((row) => row.id as MachineId);
  }

  storedCrashes(machines: readonly MachineId[]): Promise<StoredCrash[]> {
    return loadStoredCrashes(this.connection, machines);
  }

  async crashesThatStay(
    machines: readonly MachineId[],
    crashIds: readonly string[],
    lookedAt: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const { rows } = await this.connection.query({
      name: 'crashes-stay',
      text: STAY,
      values: [machines, crashIds, lookedAt],
    });
    return new Set(rows.map((row) => row.id as string));
  }

  groupTitle(crash: JudgedCrash): string {
    return groupTitle(crash);
  }
}
