import { chmodSync, mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { removeOldCopies, usableBinaries } from './binaries.js';
import { connectionTo, ensureDatabase } from './connection.js';
import { createCluster, SETTINGS_FILE } from './create-cluster.js';
import { asDataFolderError, DataFolderError } from './data-folder-error.js';
import {
  dataFolderPaths,
  type DataFolderPaths,
  type FolderState,
  formatMarker,
  judgeDataFolder,
} from './data-folder.js';
import { databaseUser, type DatabaseUser, ensureReachable } from './database-user.js';
import { FolderLock } from './folder-lock.js';
import { MIN_FREE_BYTES, refuseFullDisk } from './free-space.js';
import { findLivingPostmaster } from './living-postmaster.js';
import { makeOwnedFolder, writeFileDurably } from './owned-files.js';
import { launch } from './postmaster.js';
import { type OnProgress, withProgress } from './progress.js';
import { type EmbeddedPostgres, type LauncherLog, RunningPostgres } from './running-postgres.js';
import {
  type Endpoint,
  endpointSettings,
  formatSettings,
  type PostgresSettings,
  standardSettings,
} from './settings.js';
import { makeSocketFolder, SOCKET_PORT } from './socket-folder.js';

export interface EmbeddedPostgresOptions {
  /** The data folder; made when it is not there. Not on a network file system, and not shared between containers. */
  readonly dataDir: string;
  readonly log: LauncherLog;
  readonly onProgress?: OnProgress;
  /** Settings of postgresql.conf on top of the standard ones. A re-attached server keeps those it was started with. */
  readonly settings?: PostgresSettings;
  /** Room the disk must have for a start, in bytes; default 200 MiB. */
  readonly minFreeBytes?: number;
}

/**
 * Starts PostgreSQL on a data folder, or re-attaches to the server that a killed Inpage left running there. Makes folder
 * and database first when they are not there; recovers after any crash. Throws DataFolderError, and then holds nothing.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const started = Date.now();
  try {
    const paths = makeDataFolder(options.dataDir);
    judge(paths);
    const lock = await FolderLock.take(paths.lock, paths.root);
    try {
      const running = await attachOrStart(paths, options, lock);
      options.log.info({
        event: 'postgres.started',
        pid: running.pid,
        reattached: running.reattached,
        ms: Date.now() - started,
      });
      return running;
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw asDataFolderError(error, options.dataDir);
  }
}

/** Makes what is missing of the path. Root makes the folders above passable for all; a strict umask would lock us out. */
function makeDataFolder(dataDir: string): DataFolderPaths {
  const wanted = resolve(dataDir);
  const first = mkdirSync(wanted, { recursive: true, mode: 0o700 });
  if (first !== undefined && process.getuid?.() === 0) {
    for (let above = dirname(wanted); above.length >= first.length; above = dirname(above)) chmodSync(above, 0o755);
  }
  return dataFolderPaths(realpathSync(wanted));
}

function judge(paths: DataFolderPaths): FolderState {
  const judged = judgeDataFolder({
    entries: readdirSync(paths.root),
    marker: readIfThere(paths.marker),
    clusterVersion: readIfThere(join(paths.cluster, 'PG_VERSION')),
  });
  if (judged.ok) return judged.value;
  throw new DataFolderError(judged.error.code, `The data folder ${paths.root} ${judged.error.why}`);
}

async function attachOrStart(
  paths: DataFolderPaths,
  options: EmbeddedPostgresOptions,
  lock: FolderLock,
): Promise<RunningPostgres> {
  const user = databaseUser(paths);
  ensureReachable(paths.root, user);
  const state = judge(paths);
  const password = readIfThere(paths.password);
  if (state !== 'fresh' && password !== undefined) {
    const living = await withProgress('Waiting for the database', options.onProgress, () =>
      findLivingPostmaster(paths, password, user),
    );
    if (living) return new RunningPostgres(living.pid, living.connection, true, { paths, lock, ...options });
  }
  return start(paths, state, user, options, lock);
}

async function start(
  paths: DataFolderPaths,
  state: FolderState,
  user: DatabaseUser | undefined,
  options: EmbeddedPostgresOptions,
  lock: FolderLock,
): Promise<RunningPostgres> {
  const { onProgress } = options;
  refuseFullDisk(paths.root, options.minFreeBytes ?? MIN_FREE_BYTES);
  const native = await withProgress('Preparing the database programs', onProgress, () => usableBinaries(paths, user));
  removeOldCopies(paths, native);
  makeOwnedFolder(paths.postgres, user);
  if (state === 'fresh')
    await withProgress('Creating the database', onProgress, () => createCluster(paths, native, user));
  if (state !== 'ready') writeFileDurably(paths.marker, formatMarker(), 0o644);
  const endpoint = await chooseEndpoint(paths, user);
  writeSettings(paths, { ...standardSettings(totalmem()), ...options.settings, ...endpointSettings(endpoint) }, user);
  const connection = connectionTo(endpoint, readPassword(paths));
  const pid = await withProgress('Starting the database', onProgress, () => launch(paths, native, user));
  const running = new RunningPostgres(pid, connection, false, { paths, lock, native, ...options });
  try {
    await ensureDatabase(connection);
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
}

const chooseEndpoint = async (paths: DataFolderPaths, user: DatabaseUser | undefined): Promise<Endpoint> =>
  process.platform === 'win32'
    ? { host: '127.0.0.1', port: await freePort() }
    : { socketDir: makeSocketFolder(paths, user), port: SOCKET_PORT };

const freePort = (): Promise<number> =>
  new Promise((resolvePort, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolvePort(port));
    });
  });

function writeSettings(paths: DataFolderPaths, settings: PostgresSettings, user: DatabaseUser | undefined): void {
  const head = '# Written by Inpage at every start. ALTER SYSTEM goes before it.\n';
  writeFileDurably(join(paths.cluster, SETTINGS_FILE), head + formatSettings(settings), 0o600, user);
}

function readPassword(paths: DataFolderPaths): string {
  const password = readIfThere(paths.password);
  if (password !== undefined) return password;
  throw new DataFolderError(
    'start-failed',
    `${paths.password} is missing; without it nobody gets into the database. Restore it from a backup.`,
  );
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
