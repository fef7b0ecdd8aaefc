import { startBenchCluster, type BenchCluster } from '../measure/bench-cluster.js';
import { numberOptions } from '../measure/options.js';
import { DATABASE_CPU, pin } from '../measure/pin.js';
import { CopyCase } from './copy-case.js';
import { runHttp, type HttpResult } from './http-case.js';
import { report } from './report.js';
import type { Round } from './round.js';
import { startBareFastify, startIngest } from './server-under-test.js';
import { SHAPES } from './shapes.js';

/** Ingest, bare Fastify and COPY take turns, so that whatever else the machine does meets all of them. */
async function bench(cluster: BenchCluster): Promise<void> {
  const { seconds, rounds } = numberOptions({ seconds: 5, rounds: 3 });
  const node = (process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean);
  const ingest = await startIngest(cluster.url, node);
  const bare = await startBareFastify();
  pin(cluster.pid, DATABASE_CPU);
  const known = { secrets: ingest.secrets, enrolmentKey: ingest.enrolmentKey };
  const copy = new CopyCase(cluster);
  const done: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const results: { ingest: HttpResult[]; bare: HttpResult[] } = { ingest: [], bare: [] };
    for (const shape of SHAPES) {
      results.bare.push(await runHttp(shape, { ...known, port: bare.port, serverPid: bare.child.pid }, seconds / 2));
      await empty(cluster);
      const result = await runHttp(shape, { ...known, port: ingest.port, serverPid: ingest.child.pid, postgresPid: cluster.pid }, seconds);
      await mustHold(cluster, result.sent);
      results.ingest.push(result);
    }
    if (round === 0) await copy.prepare();
    done.push({ ...results, copy: await copy.run(false), copyWithBodies: await copy.run(true) });
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
  console.log(report(done));
  await ingest.child.stop();
  await bare.child.stop();
}

async function empty({ database: { pool } }: BenchCluster): Promise<void> {
  await pool.query('truncate record, record_chunk, digest_pending');
  await pool.query('checkpoint');
}

/** Every record was new, so every answer that came has to be a row. A bench of a server that forgets is worth nothing. */
async function mustHold({ database: { pool } }: BenchCluster, sent: number): Promise<void> {
  const { rows } = await pool.query('select count(*)::int as stored from record');
  const { stored } = rows[0] as { stored: number };
  if (stored !== sent) throw new Error(`${sent} records were acknowledged, ${stored} are stored.`);
}

const cluster = await startBenchCluster();
try {
  await bench(cluster);
} finally {
  await cluster.stop();
}
