import pg from 'pg';
import { SUPERUSER } from './create-cluster.js';
import type { Endpoint } from './settings.js';

/** The database that Inpage lives in. */
export const DATABASE = 'inpage';

/** Enough for `new pg.Client(…)`, `new pg.Pool(…)` and TypeORM's `postgres` driver alike. */
export interface PostgresConnection {
  /** A socket folder or a host name, as libpq's PGHOST. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export const connectionTo = (endpoint: Endpoint, password: string): PostgresConnection => ({
  host: 'socketDir' in endpoint ? endpoint.socketDir : endpoint.host,
  port: endpoint.port,
  user: SUPERUSER,
  password,
  database: DATABASE,
});

/** As a URL; a socket folder is percent-encoded into the host's place, as libpq and pg read it. */
export const connectionUrl = ({ host, port, user, password, database }: PostgresConnection): string =>
  `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;

const UNKNOWN_DATABASE = '3D000';

/** Makes the database unless it is there. Also the proof that the server takes our password. */
export async function ensureDatabase(connection: PostgresConnection): Promise<void> {
  try {
    await query(connection, 'select 1');
  } catch (error) {
    if ((error as { code?: string }).code !== UNKNOWN_DATABASE) throw error;
    await query({ ...connection, database: 'postgres' }, `create database ${DATABASE}`);
  }
}

/** Is the server behind this connection the one of our cluster? It is when it knows our password and names our folder. */
export async function serves(connection: PostgresConnection, cluster: string): Promise<boolean> {
  try {
    const rows = await query(
      { ...connection, database: 'postgres' },
      "select current_setting('data_directory') as folder",
    );
    return rows[0]?.folder === cluster;
  } catch {
    return false;
  }
}

async function query(connection: PostgresConnection, text: string): Promise<{ folder?: string }[]> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  // A server that goes away while we ask would otherwise end the whole process with an unhandled event.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(text)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
