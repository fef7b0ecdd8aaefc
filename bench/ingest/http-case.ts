import { Child } from '../measure/child.js';
import { cpuMs, treeCpuMs } from '../measure/cpu-time.js';
import { DATABASE_CPU } from '../measure/pin.js';
import type { LoadOrder, LoadReport } from './load.js';
import { COMPUTERS, type Shape } from './shapes.js';

export interface HttpResult {
  readonly recordsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly nodeUs: number;
  readonly postgresUs: number;
  /** Share of its core that the load used: near 1 it is the load that is measured. */
  readonly loadBusy: number;
  readonly sent: number;
  readonly bytesPerRecord: number;
  readonly recordsPerCommit?: number;
}

export interface HttpTarget {
  readonly port: number;
  readonly serverPid: number;
  /** The postmaster; none behind bare Fastify. */
  readonly postgresPid?: number;
  readonly secrets: readonly string[];
  readonly enrolmentKey: string;
}

const WARM_UP_MS = 700;

/** Sends records of one shape for some seconds, and reads on the way what the processes used. */
export async function runHttp(shape: Shape, target: HttpTarget, seconds: number): Promise<HttpResult> {
  const load = new Child(DATABASE_CPU, ['bench/dist/ingest/load.js']);
  load.process.send(order(shape, target, seconds));
  await load.message<'measuring'>();
  const before = used(target);
  await load.message<'measured'>();
  const after = used(target);
  const report = await load.message<LoadReport>();
  const records = report.requests * shape.recordsPerRequest;
  return {
    recordsPerSecond: records / report.seconds,
    ...{ p50Ms: report.p50Ms, p99Ms: report.p99Ms, sent: report.sent, bytesPerRecord: report.bytesPerRecord },
    nodeUs: ((after.node - before.node) * 1000) / records,
    postgresUs: ((after.postgres - before.postgres) * 1000) / records,
    loadBusy: report.cpuMs / 1000 / report.seconds,
  };
}

const used = ({ serverPid, postgresPid }: HttpTarget) => ({
  node: cpuMs(serverPid),
  postgres: postgresPid === undefined ? 0 : treeCpuMs(postgresPid),
});

const order = (shape: Shape, target: HttpTarget, seconds: number): LoadOrder => ({
  ...{
    port: target.port,
    connections: shape.connections,
    recordsPerRequest: shape.recordsPerRequest,
    requestsPerConnection: shape.requestsPerConnection,
  },
  secrets: shape.sender === 'agents' ? target.secrets : [target.enrolmentKey],
  computers: shape.sender === 'agents' ? undefined : COMPUTERS,
  ...{ warmUpMs: WARM_UP_MS, measureMs: seconds * 1000, nowMs: Date.now() },
});
