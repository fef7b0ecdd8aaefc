/** Starts and stops; made by `openWakeQueue` for one of two backends. */
export interface WakeQueue {
  /**
   * Says that there is work. Returns at once and never throws: many calls become one job, and a call that is lost costs at
   * most one sweep (docs/architecture.md).
   */
  wake(): void;
  /** Runs `work` whenever somebody woke, here or in another process. */
  consume(work: () => Promise<void>): Promise<void>;
  /** Resolves when the backend answers. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface WakeQueueOptions {
  /** PostgreSQL for the queue, unless `redisUrl` is given. */
  readonly postgres: {
    readonly connectionString?: string;
    readonly host?: string;
    readonly user?: string;
    readonly database?: string;
    readonly password?: string;
    readonly port?: number;
  };
  readonly redisUrl?: string;
  /** `added`, `failed`: for metrics. */
  readonly onWake?: (outcome: 'added' | 'failed', error?: Error) => void;
  /** Errors of connections, which heal by themselves. */
  readonly onError?: (error: Error) => void;
}
