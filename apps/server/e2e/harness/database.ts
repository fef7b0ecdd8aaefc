import { startEmbeddedPostgres, type EmbeddedPostgres } from '@inpage/embedded-postgres';
import { afterwards } from './afterwards.js';

const quiet = { info: () => undefined, warn: () => undefined };

/** A PostgreSQL that several server processes can share by its DATABASE_URL. Started again on one folder it has the same URL. */
export async function startDatabase(dataDir: string): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir, log: quiet });
  afterwards(() => database.stop());
  return database;
}
