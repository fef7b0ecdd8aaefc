import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { eventually, isAlive, signal } from './process-life.js';

/** Lines of postmaster.pid (PostgreSQL source: src/include/utils/pidfile.h). */
const LINE = { pid: 0, port: 3, socketFolder: 4 } as const;

const linesOf = (dataFolder: string): string[] => {
  try {
    return readFileSync(join(dataFolder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
};

/** Process id of the embedded PostgreSQL of a data folder, as long as its file is there. */
export const postmasterOf = (dataFolder: string): number | undefined =>
  Number(linesOf(dataFolder)[LINE.pid]) || undefined;

/** How an operator gets into the embedded database: with the password that lies in the data folder. */
export const connectionOf = (dataFolder: string): pg.ClientConfig => ({
  host: linesOf(dataFolder)[LINE.socketFolder],
  port: Number(linesOf(dataFolder)[LINE.port]),
  user: 'inpage',
  database: 'inpage',
  password: readFileSync(join(dataFolder, 'postgres', 'password'), 'utf8'),
});

/** Ends what a killed server left running. Asks nicely first: a database that is killed keeps its shared memory. */
export async function endPostmaster(dataFolder: string): Promise<void> {
  const pid = postmasterOf(dataFolder);
  if (pid === undefined || !isAlive(pid)) return;
  signal(pid, 'SIGQUIT');
  await eventually(`PostgreSQL ${pid} has ended`, () => !isAlive(pid));
}
