import {
  NO_READING_CHANGES,
  type Chunk,
  type ChunkFacts,
  type HeardDay,
  type ReadRows,
  type ReadingChanges,
  type RowChanges,
} from '@inpage/fleet';
import type { MachineId } from '@inpage/core';
import type { PoolClient } from 'pg';
import { saveDiskEvents } from '../digest/disk-events.js';
import { saveEvidence } from '../digest/evidence.js';
import { saveInventories } from '../digest/inventories.js';
import { PgReplayTransaction } from './pg-replay-transaction.js';
import { READ_TABLES } from './read-tables.js';
import type { ReadTable } from './renew-rows.js';

/**
 * Tables that a reading writes. PostgreSQL looks for a name among temporary tables first, so the statements of a digest find these in
 * the place of those they are called after.
 */
const SHADOWED = [
  ...['stop_evidence', 'disk_event', 'inventory', 'inventory_facts', 'inventory_disk'],
  ...['disk', 'attachment', 'machine', 'disk_model', 'driver_stack'],
];
/** Those whose numbers crashes refer to: what is known keeps its number. */
const NUMBERED = ['disk_model', 'driver_stack'];

const makeShadow = (table: string): string =>
  `create temporary table ${table} (like public.${table} including defaults including identity including indexes) on commit drop`;
const copyNumbered = (table: string): string => `
with copied as (insert into pg_temp.${table} overriding system value select * from public.${table} returning id)
select setval(pg_get_serial_sequence('pg_temp.${table}', 'id'), coalesce(max(id), 0) + 1, false) from copied`;

/** What was read of a chunk that cannot be read any more. */
const RECORDS = `(select machine_id, record_id from public.record_chunk c
  cross join lateral unnest(c.machine_ids, c.record_ids) as r (machine_id, record_id) where c.id = $1)`;
const KEEP = [
  ...['stop_evidence', 'disk_event', 'inventory'].map(
    (table) => `
insert into pg_temp.${table} select e.* from public.${table} e join ${RECORDS} r using (machine_id, record_id) on conflict do nothing`,
  ),
  ...[
    ['inventory_facts', 'id'],
    ['inventory_disk', 'facts_id'],
  ].map(
    ([table, facts]) => `
insert into pg_temp.${table} select e.* from public.${table} e
 where (e.machine_id, e.${facts}) in (select i.machine_id, i.facts_id from public.inventory i join ${RECORDS} r using (machine_id, record_id))
on conflict do nothing`,
  ),
  `insert into pg_temp.disk select k.* from public.disk k where k.id in (select d.disk_id from public.inventory_disk d
  join public.inventory i on i.machine_id = d.machine_id and i.facts_id = d.facts_id join ${RECORDS} r on r.machine_id = i.machine_id and r.record_id = i.record_id)
on conflict do nothing`,
];

function differenceText({ name, columns, key }: ReadTable): string {
  const others = Object.keys(columns).filter((column) => !key.includes(column));
  const row = (alias: string) => `(${others.map((column) => `${alias}.${column}`).join(', ')})`;
  return `
select count(*) filter (where o.machine_id is null)::int as added, count(*) filter (where n.machine_id is null)::int as removed,
       count(*) filter (where o.machine_id is not null and n.machine_id is not null and ${row('o')} is distinct from ${row('n')})::int as changed
  from public.${name} o full join pg_temp.${name} n on ${key.map((column) => `n.${column} = o.${column}`).join(' and ')}`;
}

/** A replay that reads the tables of the database, and writes into temporary ones. */
export class PgRehearsal extends PgReplayTransaction {
  private constructor(
    connection: PoolClient,
    private readonly readsAgain: boolean,
  ) {
    super(connection);
  }

  /** In a transaction that is rolled back at its end. From here on PostgreSQL refuses to write anything but temporary tables. */
  static async begin(connection: PoolClient, readsAgain: boolean): Promise<PgRehearsal> {
    if (readsAgain) {
      for (const table of SHADOWED) await connection.query(makeShadow(table));
      for (const table of NUMBERED) await connection.query(copyNumbered(table));
    }
    await connection.query('set transaction read only');
    return new PgRehearsal(connection, readsAgain);
  }

  override async holdMachines(_machines: ReadonlySet<MachineId>): Promise<void> {}
  override async saveHeardDays(_days: readonly HeardDay[]): Promise<void> {}

  override async renewReadings(_chunks: readonly Chunk[], read: readonly ChunkFacts[]): Promise<ReadingChanges> {
    await saveEvidence(
      this.connection,
      read.flatMap((facts) => facts.evidence),
    );
    await saveDiskEvents(
      this.connection,
      read.flatMap((facts) => facts.diskEvents),
    );
    await saveInventories(
      this.connection,
      read.flatMap((facts) => facts.inventories),
    );
    return NO_READING_CHANGES;
  }

  override async keepReadings(chunkId: string): Promise<void> {
    for (const text of KEEP) await this.connection.query(text, [chunkId]);
  }

  override async finishReadings(soFar: ReadingChanges, _everyChunkWasRead: boolean): Promise<ReadingChanges> {
    if (!this.readsAgain) return soFar;
    for (const table of SHADOWED) await this.connection.query(`analyze pg_temp.${table}`);
    const changes = {} as Record<ReadRows, RowChanges>;
    for (const rows of Object.keys(NO_READING_CHANGES) as ReadRows[]) {
      changes[rows] = (await this.connection.query(differenceText(READ_TABLES[rows]))).rows[0];
    }
    return changes;
  }

  override async saveCrashes(): Promise<void> {
    throw new Error('A rehearsal saves no crashes.');
  }
}
