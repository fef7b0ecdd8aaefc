import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectionUrl, type PostgresConnection } from './connection.js';
import { DataFolderError } from './data-folder-error.js';
import type { DataFolderPaths } from './data-folder.js';
import type { FolderLock } from './folder-lock.js';
import { forceStop, hasLeft, requestStop } from './postmaster.js';
import { isAlive } from './process-facts.js';
import { type OnProgress, withProgress } from './progress.js';

/** How long a stop may take before the server is ended at once: the last checkpoint writes all that is dirty in memory. */
const STOP_MS = 60_000;
const WATCH_MS = 250;

/** Where the launcher reports; pino's loggers are such. */
export interface LauncherLog {
  info(fields: object): void;
  warn(fields: object): void;
}

/** A PostgreSQL server that is running for us. */
export interface EmbeddedPostgres {
  /** Superuser `inpage`, database `inpage`. Holds the password: do not log it. */
  readonly connection: PostgresConnection;
  /** The same as a URL, for whoever wants a DATABASE_URL. */
  readonly connectionString: string;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** True when the server was already running, left behind by an Inpage that was killed. */
  readonly reattached: boolean;
  /** Resolves when the server has ended although nobody called stop; never rejects. The next start recovers. */
  readonly died: Promise<DataFolderError>;
  /** Ends all sessions, stops the server and gives the data folder free. Call it last, after draining. */
  stop(): Promise<void>;
}

interface Surroundings {
  readonly paths: DataFolderPaths;
  readonly lock: FolderLock;
  readonly log: LauncherLog;
  readonly onProgress?: OnProgress;
  /** Where pg_ctl is, for Windows; a re-attached server there is stopped by ending its process. */
  readonly native?: string;
}

export class RunningPostgres implements EmbeddedPostgres {
  readonly connectionString: string;
  readonly died: Promise<DataFolderError>;
  private stopping: Promise<void> | undefined;

  constructor(
    readonly pid: number,
    readonly connection: PostgresConnection,
    readonly reattached: boolean,
    private readonly around: Surroundings,
  ) {
    this.connectionString = connectionUrl(connection);
    this.died = this.watch();
  }

  stop(): Promise<void> {
    this.stopping ??= withProgress('Stopping the database', this.around.onProgress, () => this.stopOnce());
    return this.stopping;
  }

  private async stopOnce(): Promise<void> {
    const { paths, lock, log, native } = this.around;
    requestStop(this.pid, paths, native);
    if (!(await hasLeft(this.pid, STOP_MS))) {
      log.warn({ event: 'postgres.forced', pid: this.pid, afterMs: STOP_MS });
      forceStop(this.pid);
      await hasLeft(this.pid, STOP_MS);
    }
    removeOutsideSocketFolder(this.connection.host, paths);
    lock.release();
    log.info({ event: 'postgres.stopped', pid: this.pid });
  }

  /** Looks instead of listening: a re-attached server is nobody's child. The timer keeps no process alive. */
  private async watch(): Promise<DataFolderError> {
    while (isAlive(this.pid)) await sleep(WATCH_MS, undefined, { ref: false });
    if (this.stopping) return new Promise(() => undefined);
    const { root, log } = this.around.paths;
    this.around.log.warn({ event: 'postgres.died', pid: this.pid });
    return new DataFolderError(
      'start-failed',
      `PostgreSQL in ${root} has ended (see ${log}). Start Inpage again: it recovers.`,
    );
  }
}

/** One below /tmp would stay for ever; the server has taken its socket out of it. */
function removeOutsideSocketFolder(host: string, { run }: DataFolderPaths): void {
  if (host.startsWith('/') && host !== run) rmSync(host, { recursive: true, force: true });
}
