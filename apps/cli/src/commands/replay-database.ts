import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataFolderError, defaultDataFolder, startEmbeddedPostgres } from '@inpage/embedded-postgres';
import { Replay } from '@inpage/fleet';
import { NotReplayable, openReplayDatabase, PgReplayStore } from '@inpage/storage';
import type { Terminal } from '../terminal/terminal.js';

/** Where the database is: a URL, or the folder of an embedded one; neither: the usual folder. */
export interface WhichDatabase {
  readonly url?: string;
  readonly folder?: string;
}

/** There is no database to replay; the message says why, in one sentence. */
export class DatabaseRefused extends Error {}

interface Reached {
  readonly url: string;
  /** Absent where somebody else runs it. */
  readonly stop?: () => Promise<void>;
}

/** Reaches the database, replays, and leaves things as they were: a server that ran goes on, one that did not is stopped. */
export async function withReplay<T>(
  which: WhichDatabase,
  terminal: Terminal,
  work: (replay: Replay) => Promise<T>,
): Promise<T> {
  const { url, stop } = which.url === undefined ? await reachEmbedded(which.folder, terminal) : { url: which.url };
  try {
    const database = await openReplayDatabase(url);
    try {
      return await work(new Replay(new PgReplayStore(database)));
    } finally {
      await database.close();
    }
  } catch (error) {
    throw error instanceof NotReplayable ? new DatabaseRefused(error.message, { cause: error }) : error;
  } finally {
    await stop?.();
  }
}

const MARKER = 'inpage-data.json';

async function reachEmbedded(folder: string | undefined, terminal: Terminal): Promise<Reached> {
  const dataDir = resolve(folder ?? defaultDataFolder());
  if (!existsSync(join(dataDir, MARKER)))
    throw new DatabaseRefused(
      `${dataDir} is no data folder of Inpage; name one with --data, or a database with --database.`,
    );
  const running = await runningIn(dataDir);
  if (running !== undefined) return { url: running };
  const log = { info: () => undefined, warn: (fields: object) => terminal.err(`inpage: ${JSON.stringify(fields)}\n`) };
  try {
    const started = await startEmbeddedPostgres({ dataDir, log });
    return { url: started.connectionString, stop: () => started.stop() };
  } catch (error) {
    throw error instanceof DataFolderError ? new DatabaseRefused(error.message, { cause: error }) : error;
  }
}

/**
 * The embedded database of a server that runs, without its lock: the server goes on to own it. What stands in which line of
 * postmaster.pid: PostgreSQL, src/include/utils/pidfile.h (4 port, 5 socket folder, 6 listen address).
 */
async function runningIn(dataDir: string): Promise<string | undefined> {
  const lines = textOf(join(dataDir, 'postgres', 'data', 'postmaster.pid'))?.split('\n');
  const password = textOf(join(dataDir, 'postgres', 'password'));
  if (lines === undefined || password === undefined) return undefined;
  const host = lines[4]?.trim() || lines[5]?.trim() || '127.0.0.1';
  const url = `postgres://inpage:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${lines[3]?.trim()}/inpage`;
  return (await answers(url)) ? url : undefined;
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await openReplayDatabase(url)).close();
    return true;
  } catch (error) {
    // A database that lets us in and is of another version answers too; what is wrong with it is said when it is opened.
    return error instanceof NotReplayable && !error.unreachable;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
