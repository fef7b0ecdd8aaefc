import { join } from 'node:path';
import { treeCpuMs } from '../measure/cpu-time.js';
import type { BenchCluster } from '../measure/bench-cluster.js';

const MOST_ROWS = 200_000;

export interface CopyResult {
  readonly recordsPerSecond: number;
  readonly cpuUsPerRecord: number;
}

/** Server-side COPY of rows that ingest has stored, into tables that are made like those it stored them in. */
export class CopyCase {
  readonly #records: string;
  readonly #chunks: string;
  #rows = 0;

  constructor(private readonly cluster: BenchCluster) {
    this.#records = join(cluster.folder, 'records.copy');
    this.#chunks = join(cluster.folder, 'chunks.copy');
  }

  /** Writes what is in the tables into files, in the order in which it came. */
  async prepare(): Promise<void> {
    const { pool } = this.cluster.database;
    const { rows } = await pool.query(
      `select count(*)::int as rows, coalesce(max(chunk_id), 0)::text as last from (select chunk_id from record order by chunk_id limit ${MOST_ROWS}) r`,
    );
    const { rows: count, last } = rows[0] as { rows: number; last: string };
    this.#rows = count;
    await pool.query(`copy (select * from record order by chunk_id, ordinal limit ${MOST_ROWS}) to '${this.#records}'`);
    await pool.query(`copy (select * from record_chunk where id <= ${last} order by id) to '${this.#chunks}'`);
    await pool.query(`drop table if exists copied, copied_chunk; create table copied (like record including all) partition by range (observed_at);
      create table copied_outside partition of copied default; create table copied_chunk (like record_chunk including all)`);
    const parts =
      await pool.query(`select c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bound from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'record'::regclass and c.relname <> 'record_outside'`);
    for (const { name, bound } of parts.rows as { name: string; bound: string }[])
      await pool.query(`create table copied_of_${name} partition of copied ${bound}`);
  }

  /** Rows of `record` alone; with `bodies` also those of record_chunk: then it writes all that ingest writes. */
  async run(bodies: boolean): Promise<CopyResult> {
    const { database, pid } = this.cluster;
    await database.pool.query('truncate copied, copied_chunk');
    await database.pool.query('checkpoint');
    const [cpu, startedAt] = [treeCpuMs(pid), performance.now()];
    await database.transaction(async (client) => {
      await client.query(`copy copied from '${this.#records}'`);
      if (bodies) await client.query(`copy copied_chunk from '${this.#chunks}'`);
    });
    const seconds = (performance.now() - startedAt) / 1000;
    return { recordsPerSecond: this.#rows / seconds, cpuUsPerRecord: ((treeCpuMs(pid) - cpu) * 1000) / this.#rows };
  }
}
