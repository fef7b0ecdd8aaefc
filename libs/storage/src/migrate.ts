import { MIGRATIONS } from '@inpage/migrations';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** "inpage" in a telephone's letters: the advisory lock that every starter takes before it migrates. */
const MIGRATION_LOCK = 467_243;

/**
 * Brings a database to the newest schema. Any number of starters may call it at the same moment: one migrates, the others
 * wait and find nothing to do. Returns the names of the migrations that were applied.
 */
export async function migrate(url: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await runMigrations(url);
  } finally {
    await lock.end();
  }
}

async function runMigrations(url: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migration',
  });
  await source.initialize();
  try {
    const applied = await source.runMigrations({ transaction: 'each' });
    return applied.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
