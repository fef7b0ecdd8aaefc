import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { binary } from './binaries.js';
import { DataFolderError, diskFull } from './data-folder-error.js';
import type { DataFolderPaths } from './data-folder.js';
import type { DatabaseUser } from './database-user.js';
import {
  lastWords,
  openPostgresLog,
  type PostgresLog,
  readTail,
  saysDiskFull,
  saysPredecessorLeaving,
} from './postgres-log.js';
import { parsePostmasterPid, type PostmasterPid } from './postmaster-pid.js';
import { isAlive } from './process-facts.js';
import { cleanEnvironment, spawnOptions } from './run-as.js';

const POLL_MS = 10;
/** How long processes of a killed postmaster may take to leave before we give up. */
const PREDECESSOR_MS = 15_000;

/** What `postmaster.pid` says now; undefined when there is none. */
export function readPostmasterPid(paths: DataFolderPaths): PostmasterPid | undefined {
  try {
    return parsePostmasterPid(readFileSync(paths.postmasterPid, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Starts a server on the cluster and waits, as long as recovery takes, until it answers. Resolves to its process id. */
export async function launch(paths: DataFolderPaths, native: string, user: DatabaseUser | undefined): Promise<number> {
  const giveUpAt = Date.now() + PREDECESSOR_MS;
  for (;;) {
    const log = openPostgresLog(paths.log);
    try {
      const pid = await launchOnce(paths, native, user, log);
      if (pid !== undefined) return pid;
      const words = readTail(log);
      if (!saysPredecessorLeaving(words) || Date.now() > giveUpAt) throw startFailed(paths, words);
    } finally {
      closeSync(log.fd);
    }
    await sleep(100);
  }
}

async function launchOnce(
  paths: DataFolderPaths,
  native: string,
  user: DatabaseUser | undefined,
  log: PostgresLog,
): Promise<number | undefined> {
  const child =
    process.platform === 'win32' ? spawnThroughPgCtl(paths, native, log) : spawnPostmaster(paths, native, user, log);
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  child.unref();
  while (!hasEnded(child)) {
    const found = readPostmasterPid(paths);
    if (found?.status === 'ready' && (found.pid === child.pid || process.platform === 'win32')) return found.pid;
    await sleep(POLL_MS);
  }
  return undefined;
}

/** In a session of its own: Ctrl-C in the terminal reaches Node alone, which drains first and stops the server last. */
const spawnPostmaster = (
  paths: DataFolderPaths,
  native: string,
  user: DatabaseUser | undefined,
  log: PostgresLog,
): ChildProcess =>
  spawn(binary(native, 'postgres'), ['-D', paths.cluster], {
    ...spawnOptions(user),
    cwd: paths.postgres,
    env: cleanEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });

/** On Windows pg_ctl sheds an administrator's rights, which postgres.exe would refuse, and waits for the server. */
const spawnThroughPgCtl = (paths: DataFolderPaths, native: string, log: PostgresLog): ChildProcess =>
  spawn(binary(native, 'pg_ctl'), ['start', '-D', paths.cluster, '-w'], {
    cwd: paths.postgres,
    env: cleanEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
    windowsHide: true,
  });

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Asks the server to end its sessions, write a checkpoint and leave ("fast shutdown"). */
export function requestStop(pid: number, paths: DataFolderPaths, native: string | undefined): void {
  if (process.platform !== 'win32') return signal(pid, 'SIGINT');
  if (native)
    spawn(binary(native, 'pg_ctl'), ['stop', '-D', paths.cluster, '-m', 'fast', '-W'], {
      stdio: 'ignore',
      windowsHide: true,
    });
}

/** Ends the server at once; the next start recovers from the write-ahead log. Nothing that was committed is lost. */
export const forceStop = (pid: number): void => signal(pid, 'SIGQUIT');

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** True when the process has left within the time. */
export async function hasLeft(pid: number, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; isAlive(pid); await sleep(POLL_MS)) if (Date.now() > until) return false;
  return true;
}

const startFailed = (paths: DataFolderPaths, words: string): DataFolderError =>
  saysDiskFull(words)
    ? diskFull(paths.root, new Error(lastWords(words)))
    : new DataFolderError(
        'start-failed',
        `PostgreSQL did not start in ${paths.root}. Its last words in ${paths.log}:\n${lastWords(words)}`,
      );
