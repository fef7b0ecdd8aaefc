import { MIGRATIONS } from '@inpage/migrations';
import pg from 'pg';
import { Database } from '../database.js';

/** The database is not one that this version can replay; the message says what to do. */
export class NotReplayable extends Error {
  constructor(
    message: string,
    /** Nobody answers there, or it does not let us in. */
    readonly unreachable: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const APPLIED = 'select name from migration';
const UNDEFINED_TABLE = '42P01';

/**
 * Connects for a replay. Never changes the schema: a replay of another version than that of the server would be undone by it.
 * @throws NotReplayable
 */
export async function openReplayDatabase(connectionString: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    connectionTimeoutMillis: 10_000,
    application_name: 'inpage replay',
  });
  pool.on('error', () => undefined);
  try {
    await refuseOtherSchema(pool);
    return new Database(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function refuseOtherSchema(pool: pg.Pool): Promise<void> {
  const ours: readonly string[] = MIGRATIONS.map((migration) => new migration().name);
  const applied = new Set(await namesOf(pool));
  const missing = ours.filter((name) => !applied.has(name));
  if (missing.length > 0)
    throw new NotReplayable(
      `The schema lacks ${missing.length} of ${ours.length} migrations: start the server of this version once.`,
      false,
    );
  const foreign = [...applied].filter((name) => !ours.includes(name));
  if (foreign.length > 0)
    throw new NotReplayable('The schema was made by a newer Inpage: replay with that one.', false);
}

async function namesOf(pool: pg.Pool): Promise<string[]> {
  try {
    return (await pool.query(APPLIED)).rows.map((row) => (row as { name: string }).name);
  } catch (cause) {
    const { code, message } = cause as { code?: string; message: string };
    if (code === UNDEFINED_TABLE) throw new NotReplayable('There is no Inpage in this database.', false, { cause });
    throw new NotReplayable(`The database does not let us in: ${message || String(cause)}.`, true, { cause });
  }
}
