import pg from 'pg';
import {
  startEmbeddedPostgres,
  defaultDataFolder,
  withProgress,
  type EmbeddedPostgres,
} from '@inpage/embedded-postgres';
import type { Config, Logger } from '@inpage/platform';
import { Database, migrate } from '@inpage/storage';
import { progress } from './progress.js';
import { StartRefused } from './start-refused.js';

/** The oldest PostgreSQL that we test with; 15 has MERGE, `security_invoker` views and lz4. */
const OLDEST_SERVER = 150_000;

export interface OpenDatabase {
  readonly database: Database;
  readonly connectionString: string;
  /** The embedded server, when it is ours to stop. */
  readonly embedded?: EmbeddedPostgres;
  close(): Promise<void>;
}

/** The folder of everything that this server keeps outside DATABASE_URL. */
export const dataFolder = (config: Config): string =>
  config.INPAGE_DATA ?? defaultDataFolder(process.env, process.platform, process.getuid?.() === 0);

/** Connects to DATABASE_URL, or starts the embedded server; brings the schema up to date either way. */
export async function openDatabase(config: Config, log: Logger): Promise<OpenDatabase> {
  const embedded =
    config.DATABASE_URL === undefined
      ? await startEmbeddedPostgres({ dataDir: dataFolder(config), log, onProgress: progress })
      : undefined;
  const connectionString = embedded?.connectionString ?? config.DATABASE_URL!;
  try {
    await refuseOldServer(connectionString);
    const applied = await withProgress('Bringing the schema up to date', progress, () => migrate(connectionString));
    if (applied.length > 0) log.info({ event: 'schema.migrated', applied });
    return opened(config, log, connectionString, embedded);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

function opened(
  config: Config,
  log: Logger,
  connectionString: string,
  embedded: EmbeddedPostgres | undefined,
): OpenDatabase {
  const pool = new pg.Pool({
    connectionString,
    max: config.INPAGE_POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    application_name: 'inpage',
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (err) => log.warn({ event: 'database.connection-lost', err }));
  const database = new Database(pool);
  const forget = embedded && endWithProcess(embedded);
  return {
    database,
    connectionString,
    embedded,
    close: async () => {
      await database.close();
      await embedded?.stop();
      forget?.();
    },
  };
}

/** Who ends this process in a hurry leaves no database behind: SIGINT is PostgreSQL's fast shutdown, which needs nobody's help. */
function endWithProcess({ pid, died }: EmbeddedPostgres): () => void {
  const end = () => {
    try {
      process.kill(pid, 'SIGINT');
    } catch {
      // It has left already.
    }
  };
  const forget = () => void process.off('exit', end);
  process.once('exit', end);
  void died.then(forget);
  return forget;
}

async function refuseOldServer(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect().catch((cause: Error) => {
    throw new StartRefused(`The PostgreSQL of DATABASE_URL does not let us in: ${cause.message || String(cause)}.`, {
      cause,
    });
  });
  try {
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
    );
    const { number, text } = rows[0] as { number: number; text: string };
    if (number < OLDEST_SERVER)
      throw new StartRefused(`PostgreSQL ${text} is too old: DATABASE_URL has to be version 15 or newer.`);
  } finally {
    await client.end();
  }
}
