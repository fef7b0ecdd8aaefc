import type { Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { withProgress } from '@inpage/embedded-postgres';
import { registerIngest } from '@inpage/ingest';
import { Metrics, ProblemFilter, registerHealth, sendProblem, type Config, type Logger } from '@inpage/platform';
import { openWakeQueue, type WakeQueue } from '@inpage/queue';
import type { CredentialStore } from '@inpage/fleet';
import {
  PgCredentialStore,
  PgDigestStore,
  PgDumpExpiry,
  PgExposureLedger,
  PgDumpVault,
  PgMachineDirectory,
  PgRecordStore,
} from '@inpage/storage';
import { DumpSweep, ExposureSweep, startWorker } from '@inpage/worker';
import { firstAdministrator, ServerModule } from './api.js';
import { ensureFirstEnrolmentKey, type FirstSteps } from './first-steps.js';
import { httpAdapter } from './http-server.js';
import { listen } from './listen.js';
import { metricsGuard } from './metrics-guard.js';
import { openDatabase, type OpenDatabase } from './open-database.js';
import { progress } from './progress.js';
import { secretKey } from './secret-key.js';
import { registerWeb } from './web.js';

export interface RunningServer {
  readonly url: string;
  readonly firstSteps: FirstSteps;
  readonly credentials: CredentialStore;
  /** Resolves when the embedded database ended although nobody stopped it. */
  readonly databaseDied: Promise<Error>;
  stop: () => Promise<void>;
}

/** Starts what INPAGE_ROLES names, in order: database, queue, worker, HTTP. Stops in the opposite order. */
export async function startServer(config: Config, log: Logger, folderIsOurs: () => void): Promise<RunningServer> {
  const open: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of open.splice(0).reverse()) await close();
  };
  try {
    const db = await openDatabase(config, log);
    open.push(() => db.close());
    folderIsOurs();
    const metrics = new Metrics();
    const queue = await withProgress('Opening the queue', progress, () => openQueue(config, db, metrics, log));
    open.push(() => queue.close());
    const store = new PgDigestStore(db.database);
    if (config.INPAGE_ROLES.includes('worker')) {
      const worker = await startWorker({ config, log, metrics, store, queue });
      open.push(() => worker.stop());
      const sweep = new DumpSweep({ expiry: new PgDumpExpiry(db.database), metrics, log });
      sweep.start();
      open.push(() => sweep.stop());
      const exposure = new ExposureSweep({ ledger: new PgExposureLedger(db.database), metrics, log });
      exposure.start();
      open.push(() => exposure.stop());
    }
    const credentials = new PgCredentialStore(db.database);
    const parts = { config, log, metrics, db, queue, credentials };
    const app = await httpApp(parts);
    open.push(() => closeHttp(app));
    const url = await listen(app, config);
    const firstSteps = await makeFirstSteps(parts, app);
    log.info({ event: 'server.listening', url, roles: config.INPAGE_ROLES });
    return {
      url: config.INPAGE_PUBLIC_URL ?? url,
      firstSteps,
      credentials,
      databaseDied: db.embedded?.died ?? new Promise(() => {}),
      stop,
    };
  } catch (error) {
    await stop().catch((err: unknown) => log.warn({ event: 'server.stop-failed', err }));
    throw error;
  }
}

const openQueue = (config: Config, db: OpenDatabase, metrics: Metrics, log: Logger): Promise<WakeQueue> =>
  openWakeQueue({
    postgres: { connectionString: db.connectionString },
    redisUrl: config.REDIS_URL,
    onWake: (outcome) => metrics.count('inpage_wakes_total', { outcome }),
    onError: (err) => log.warn({ event: 'queue.error', err }),
  });

interface HttpParts {
  readonly config: Config;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly db: OpenDatabase;
  readonly queue: WakeQueue;
  readonly credentials: CredentialStore;
}

async function httpApp({ config, log, metrics, db, queue, credentials }: HttpParts) {
  const adapter = httpAdapter(config, log);
  const fastify = adapter.getInstance<FastifyInstance>();
  const withApi = config.INPAGE_ROLES.includes('api');
  const module = ServerModule.of(config, db.database);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: false, abortOnError: false });
  app.useGlobalFilters(new ProblemFilter(log));
  const checks = {
    database: async () => void (await db.database.pool.query('select 1')),
    queue: () => queue.check(),
  };
  await fastify.register(async (plain) => {
    plain.setErrorHandler((error, request, reply) => sendProblem(log, request, reply, error));
    await registerHealth(plain, metrics, checks, metricsGuard(credentials));
    if (withApi) await registerWeb(plain);
  });
  if (config.INPAGE_ROLES.includes('ingest')) {
    const [machines, records] = [new PgMachineDirectory(db.database), new PgRecordStore(db.database)];
    const dumps = dumpVault(config, db);
    const wake = () => queue.wake();
    await registerIngest(fastify, { config, log, metrics, credentials, machines, records, dumps, wake });
  }
  await app.init();
  return app;
}

/** A key is made only where something is to be encrypted. */
const dumpVault = (config: Config, { database }: OpenDatabase): PgDumpVault | undefined =>
  config.INPAGE_DUMP_RETENTION_DAYS === 0
    ? undefined
    : new PgDumpVault(database, secretKey(config), config.INPAGE_DUMP_RETENTION_DAYS);

/** Requests under way at a stop have this long; whoever is cut off got no receipt, and sends again. */
const DRAIN_MS = 3_000;

/** Node enforces no time limit of requests any more once its server closes, so a client that stalls would hold us for ever. */
async function closeHttp(app: NestFastifyApplication): Promise<void> {
  const timer = setTimeout(() => (app.getHttpServer() as Server).closeAllConnections(), DRAIN_MS);
  await app.close().finally(() => clearTimeout(timer));
}

/** "inpagef": of several servers that start on one new database, one makes what is told once. */
const FIRST_STEPS_LOCK = 4_672_433;

/** Made last, when nothing can keep them from being told any more. */
const makeFirstSteps = ({ config, db, credentials }: HttpParts, app: NestFastifyApplication): Promise<FirstSteps> =>
  db.database.transaction(async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [FIRST_STEPS_LOCK]);
    return {
      administrator: config.INPAGE_ROLES.includes('api') ? await firstAdministrator(app, config) : undefined,
      enrolmentKey: await ensureFirstEnrolmentKey(db.database, credentials),
    };
  });
