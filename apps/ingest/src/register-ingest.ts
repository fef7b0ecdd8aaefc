import type { FastifyError, FastifyInstance } from 'fastify';
import { AppError } from '@inpage/core';
import {
  Enrol,
  GroupCommit,
  ReceiveDump,
  ReceiveRecords,
  RememberedCredentials,
  RememberedMachines,
  type CredentialStore,
  type DumpVault,
  type MachineDirectory,
  type RecordStore,
} from '@inpage/fleet';
import { refusalOf, sendProblem, type Config, type Logger, type Metrics } from '@inpage/platform';
import { BearerCheck } from './bearer-check.js';
import { registerDumpsRoute } from './dumps.route.js';
import { registerEnrolRoute } from './enrol.route.js';
import { ReceivingBudget } from './receiving-budget.js';
import { registerRecordsRoute } from './records.route.js';

const MB = 1024 * 1024;

export interface IngestParts {
  readonly config: Config;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly credentials: CredentialStore;
  readonly machines: MachineDirectory;
  readonly records: RecordStore;
  /** Where dump files are kept; without it none is. */
  readonly dumps?: DumpVault;
  /** Called after every commit; tells the worker. May fail silently: the sweeper finds what it missed. */
  readonly wake: () => void;
}

/**
 * The ingest routes as a Fastify plugin of its own: its body parsers and its error handler are nobody else's. On close, what
 * was received is still committed and answered.
 */
export async function registerIngest(fastify: FastifyInstance, parts: IngestParts): Promise<void> {
  const { config, log, metrics } = parts;
  const commit = new GroupCommit(parts.records, (records) => {
    metrics.observe('inpage_commit_records', records);
    parts.wake();
  });
  const machines = new RememberedMachines(parts.machines);
  const bearer = new BearerCheck(new RememberedCredentials(parts.credentials));
  const receive = new ReceiveRecords(machines, commit, config.INPAGE_MAX_RECORDS);
  const budget = new ReceivingBudget(config.INPAGE_MAX_RECEIVING_MB * MB, (bytes) =>
    metrics.set('inpage_receiving_bytes', bytes),
  );
  let stopping = false;

  await fastify.register(async (scope) => {
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      metrics.count('inpage_requests_refused_total', { code: refusalOf(error).code });
      sendProblem(log, request, reply, error);
    });
    scope.addHook('onRequest', async () => {
      if (stopping) throw new AppError('shutting-down');
    });
    registerEnrolRoute(scope, new Enrol(parts.machines, parts.credentials), bearer);
    await scope.register(async (records) => {
      registerRecordsRoute(records, {
        ...{ receive, bearer, budget, metrics },
        maxBodyBytes: Math.floor(config.INPAGE_MAX_BODY_MB * MB),
        maxInflatedBytes: Math.floor(config.INPAGE_MAX_INFLATED_MB * MB),
      });
    });
    await scope.register(async (dumps) => {
      registerDumpsRoute(dumps, {
        receive: new ReceiveDump(receive, machines, parts.dumps),
        ...{ bearer, budget, metrics },
        maxBytes: Math.floor(config.INPAGE_DUMP_MAX_MB * MB),
      });
    });
  });
  fastify.addHook('preClose', async () => {
    stopping = true;
    await commit.drain();
  });
}
