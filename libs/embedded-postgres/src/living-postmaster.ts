import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectionTo, type PostgresConnection, serves } from './connection.js';
import { DataFolderError } from './data-folder-error.js';
import type { DataFolderPaths } from './data-folder.js';
import type { DatabaseUser } from './database-user.js';
import { writeFileDurably } from './owned-files.js';
import { forceStop, hasLeft, readPostmasterPid, requestStop } from './postmaster.js';
import { withPid, type PostmasterPid } from './postmaster-pid.js';
import { isAlive, isPostmasterOf } from './process-facts.js';

const STOP_MS = 60_000;

export interface LivingPostmaster {
  readonly pid: number;
  readonly connection: PostgresConnection;
}

/**
 * The server of this cluster that a killed Inpage left running, once it is ready. One of ours that does not answer is
 * stopped; a process that merely got the id of a dead postmaster is recognised, so that it does not block the start.
 */
export async function findLivingPostmaster(
  paths: DataFolderPaths,
  password: string,
  user: DatabaseUser | undefined,
): Promise<LivingPostmaster | undefined> {
  const found = await settled(paths);
  if (!found) return undefined;
  const identity = isPostmasterOf(found.pid, paths.cluster);
  if (identity === 'no') return disown(paths, user);
  const connection = connectionTo(endpointOf(found), password);
  if (await serves(connection, paths.cluster)) return { pid: found.pid, connection };
  if (identity === 'yes') await stopUnanswering(found.pid, paths);
  return undefined;
}

/** Waits out a server of ours that is starting or stopping. */
async function settled(paths: DataFolderPaths): Promise<PostmasterPid | undefined> {
  for (;;) {
    const found = readPostmasterPid(paths);
    if (!found || !isAlive(found.pid)) return undefined;
    if (found.status === 'ready' || isPostmasterOf(found.pid, paths.cluster) !== 'yes') return found;
    await sleep(20);
  }
}

const endpointOf = ({ socketDir, port }: PostmasterPid) =>
  socketDir === '' ? { host: '127.0.0.1' as const, port } : { socketDir, port };

/**
 * PostgreSQL does not start while a living process has the id in its file. It takes the id of its own parent for dead; so
 * we put ours there, and leave the rest: the shared memory key in it still guards against a predecessor's processes.
 */
function disown(paths: DataFolderPaths, user: DatabaseUser | undefined): undefined {
  const text = readFileSync(paths.postmasterPid, 'utf8');
  if (process.platform === 'win32') rmSync(paths.postmasterPid);
  else writeFileDurably(paths.postmasterPid, withPid(text, process.pid), 0o600, user);
}

async function stopUnanswering(pid: number, paths: DataFolderPaths): Promise<void> {
  requestStop(pid, paths, undefined);
  if (await hasLeft(pid, STOP_MS)) return;
  forceStop(pid);
  if (await hasLeft(pid, STOP_MS)) return;
  throw new DataFolderError(
    'start-failed',
    `A PostgreSQL server (process ${pid}) holds ${paths.root} and neither answers nor leaves. End that process.`,
  );
}
