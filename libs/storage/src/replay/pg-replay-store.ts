import { ReplayStore, type ReplayCounts, type ReplaySize, type ReplayTransaction } from '@inpage/fleet';
import pg from 'pg';
import type { Database } from '../database.js';
import { PgRehearsal } from './pg-rehearsal.js';
import { PgReplayTransaction } from './pg-replay-transaction.js';

/** Two transactions met: serialization_failure, deadlock_detected. The one that lost runs again. */
const MET = new Set(['40001', '40P01']);
const MOST_ATTEMPTS = 10;

const SIZE = `
select (select count(*)::int from record_chunk) as chunks, (select count(*)::int from (select machine_id from machine_crashes
  union select machine_id from stop_evidence where crash_id is null) m) as machines`;

const COUNTED = [
  'crash_group',
  'group_day',
  'group_week',
  'group_block',
  'group_machine',
  'machine_crashes',
  'fleet_day',
];
const COUNTED_WITH_DISK = ['group_disk', 'disk_crashes'];
const sums = (tables: readonly string[]): string =>
  `json_build_object(${tables.map((table) => `'${table}', (select coalesce(sum(crashes), 0) from ${table})`).join(', ')})`;
/** One statement, so that all numbers are of one moment although digests go on. */
const COUNTS = `
select (select count(*) from crash)::float8 as crashes, (select count(*) from crash where disk_id is not null)::float8 as crashes_with_disk,
  ${sums(COUNTED)} as counted, ${sums(COUNTED_WITH_DISK)} as counted_with_disk,
  (select count(*) from stop_evidence e left join crash c on c.machine_id = e.machine_id and c.id = e.crash_id where c.id is null)::float8
    as evidence_without_crash,
  (select count(*) from crash c left join crash_group g on g.id = c.group_id where g.id is null)::float8 as crashes_without_group`;

export class PgReplayStore extends ReplayStore {
  constructor(private readonly database: Database) {
    super();
  }

  async size(): Promise<ReplaySize> {
    return (await this.database.pool.query(SIZE)).rows[0] as ReplaySize;
  }

  async transaction<T>(work: (transaction: ReplayTransaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.transaction((db) => work(new PgReplayTransaction(db)));
      } catch (error) {
        if (attempt >= MOST_ATTEMPTS || !MET.has(String((error as { code?: unknown }).code))) throw error;
      }
    }
  }

  /** On a connection of its own, which has prepared no statement yet: one that was would go on to mean the tables it was prepared for. */
  async rehearse<T>(readAgain: boolean, work: (rehearsal: ReplayTransaction) => Promise<T>): Promise<T> {
    const client = new pg.Client(this.database.pool.options);
    let broken: Error | undefined;
    client.on('error', (error) => (broken = error));
    await client.connect();
    try {
      await client.query('begin isolation level repeatable read');
      return await work(await PgRehearsal.begin(client as unknown as pg.PoolClient, readAgain));
    } catch (error) {
      throw broken ?? error;
    } finally {
      await client.query('rollback').catch(() => undefined);
      await client.end().catch(() => undefined);
    }
  }

  async counts(): Promise<ReplayCounts> {
    const { rows } = await this.database.pool.query(COUNTS);
    const [row] = rows;
    return {
      crashes: row.crashes,
      crashesWithDisk: row.crashes_with_disk,
      counted: row.counted,
      countedWithDisk: row.counted_with_disk,
      evidenceWithoutCrash: row.evidence_without_crash,
      crashesWithoutGroup: row.crashes_without_group,
    };
  }
}
