import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '@inpage/embedded-postgres';
import { Database, migrate } from '@inpage/storage';

const MINUTE_MS = 60_000;

export interface BenchCluster {
  readonly url: string;
  /** Of the postmaster. */
  readonly pid: number;
  readonly folder: string;
  readonly database: Database;
  stop(): Promise<void>;
}

/** The embedded server with its own settings, durability included, in a folder that goes when the bench ends. */
export async function startBenchCluster(): Promise<BenchCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'inpage-bench-'));
  chmodSync(folder, 0o777);
  const log = { info: () => {}, warn: (fields: object) => console.error(fields) };
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log });
  await migrate(server.connectionString);
  const pool = new pg.Pool({ connectionString: server.connectionString, max: 4, statement_timeout: 60 * MINUTE_MS });
  pool.on('error', () => {});
  return {
    url: server.connectionString,
    pid: server.pid,
    folder,
    database: new Database(pool),
    stop: async () => {
      await pool.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
