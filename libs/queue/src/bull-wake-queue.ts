import { randomUUID } from 'node:crypto';
import { createPostgresBackend, Queue, Worker, type BackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import type { WakeQueue, WakeQueueOptions } from './wake-queue.js';

const QUEUE = 'digest';
const SCHEMA = 'queue';
/** Of one process, however often it wakes: at most one job that waits and one that runs. */
const WAKE_EVERY_MS = 20;
/** A worker that was killed loses its job after this; until then the sweeper does its work. */
const LOCK_MS = 5_000;
/** How long a question to the queue, or its closing, may take. */
const ANSWER_MS = 2_000;

/** Jobs leave nothing behind: what is to be done stands in digest_pending, not here. */
const FORGET = { removeOnComplete: true, removeOnFail: true } as const;

/** BullMQ on PostgreSQL, or on Redis when there is a `redisUrl`. The same code path either way. */
export async function openWakeQueue(options: WakeQueueOptions): Promise<WakeQueue> {
  const backend = options.redisUrl === undefined ? postgresBackend(options) : redisBackend(options.redisUrl);
  const queue = new BullWakeQueue(backend, options);
  await queue.ready();
  return queue;
}

interface Backend {
  readonly connection: object;
  readonly factory?: BackendFactory<never, never>;
  /** Closes what was opened here and not by BullMQ. */
  readonly close: () => Promise<void>;
}

function postgresBackend({ postgres }: WakeQueueOptions): Backend {
  return {
    connection: { ...postgres, schema: SCHEMA, migrate: true, max: 4 },
    factory: createPostgresBackend as never,
    close: async () => {},
  };
}

function redisBackend(url: string): Backend {
  const redis = new Redis(url, { maxRetriesPerRequest: null, enableOfflineQueue: true, lazyConnect: false });
  redis.on('error', () => {}); // BullMQ hears the same error and tells it.
  return { connection: redis, close: async () => redis.disconnect() };
}

class BullWakeQueue implements WakeQueue {
  readonly #queue: Queue;
  #worker: Worker | undefined;
  #adding = false;
  #again = false;
  #closed = false;
  /** Of this process, so that the job of a killed one holds nobody up. */
  readonly #deduplication = { id: randomUUID(), keepLastIfActive: true };

  constructor(
    private readonly backend: Backend,
    private readonly options: WakeQueueOptions,
  ) {
    this.#queue = new Queue(QUEUE, { connection: backend.connection as never }, backend.factory as never);
    this.#queue.on('error', (error) => this.#tell(error));
  }

  /** The first connection of the PostgreSQL backend makes its schema. */
  async ready(): Promise<void> {
    if (this.options.redisUrl === undefined) await this.#queue.waitUntilReady();
  }

  wake(): void {
    if (this.#closed) return;
    if (this.#adding) {
      this.#again = true;
      return;
    }
    this.#adding = true;
    void this.#add();
  }

  async #add(): Promise<void> {
    try {
      await this.#queue.add('wake', {}, { ...FORGET, deduplication: this.#deduplication });
      this.options.onWake?.('added');
    } catch (error) {
      this.options.onWake?.('failed', error as Error);
    }
    setTimeout(() => {
      this.#adding = false;
      if (!this.#again) return;
      this.#again = false;
      this.wake();
    }, WAKE_EVERY_MS).unref();
  }

  async consume(work: () => Promise<void>): Promise<void> {
    this.#worker = new Worker(
      QUEUE,
      () => work(),
      {
        connection: this.backend.connection as never,
        concurrency: 1,
        runRetryDelay: 500,
        lockDuration: LOCK_MS,
        stalledInterval: LOCK_MS,
      } as never,
      this.backend.factory as never,
    );
    this.#worker.on('error', (error) => this.#tell(error));
    if (this.options.redisUrl === undefined) await this.#worker.waitUntilReady();
  }

  /** Connections that break while everything closes are what was asked for. */
  #tell(error: Error): void {
    if (!this.#closed) this.options.onError?.(error);
  }

  async check(): Promise<void> {
    await within(ANSWER_MS, this.#queue.getJobCounts('wait'));
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const one of [this.#worker, this.#queue]) {
      await within(ANSWER_MS, one?.close()).catch((error: Error) => this.options.onError?.(error));
    }
    await this.backend.close();
  }
}

/** A Redis that is away is waited for by everything that asks it, without end; this does not. */
async function within<T>(ms: number, work: Promise<T> | undefined): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The queue did not answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
