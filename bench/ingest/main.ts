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
  const { seconds, rounds, shape: only } = numberOptions({ seconds: 5, rounds: 3, shape: 0 });
  const shapes = SHAPES.filter((_, i) => only === 0 || only === i + 1);
  const node = (process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean);
  const ingest = await startIngest(cluster.url, node);
  const bare = await startBareFastify();
  pin(cluster.pid, DATABASE_CPU);
  const known = { secrets: ingest.secrets, enrolmentKey: ingest.enrolmentKey };
  const copy = new CopyCase(cluster);
  const done: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const results: { ingest: HttpResult[]; bare: HttpResult[] } = { ingest: [], bare: [] };
    for (const shape of shapes) {
      results.bare.push(await runHttp(shape, { ...known, port: bare.port, serverPid: bare.child.pid }, seconds / 2));
      await empty(cluster);
      const result = await runHttp(
        shape,
        { ...known, port: ingest.port, serverPid: ingest.child.pid, postgresPid: cluster.pid },
        seconds,
      );
      results.ingest.push({ ...result, recordsPerCommit: await mustHold(cluster, result.sent) });
    }
    if (round === 0) await copy.prepare();
    done.push({ ...results, copy: await copy.run(false), copyWithBodies: await copy.run(true) });
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
  console.log(report(done, shapes));
  await ingest.child.stop();
  await bare.child.stop();
}

async function empty({ database: { pool } }: BenchCluster): Promise<void> {
  await pool.query('truncate record, record_chunk, digest_pending');
  await pool.query('checkpoint');
}

/** Every record was new, so every answer has to be a row: a bench of a server that forgets is worth nothing. Gives the records per commit. */
async function mustHold({ database: { pool } }: BenchCluster, sent: number): Promise<number> {
  const { rows } = await pool.query(
    'select (select count(*) from record)::int as stored, (select count(*) from record_chunk)::int as commits',
  );
  const { stored, commits } = rows[0] as { stored: number; commits: number };
  if (stored !== sent) throw new Error(`${sent} records were acknowledged, ${stored} are stored.`);
  return stored / commits;
}

const cluster = await startBenchCluster();
try {
  await bench(cluster);
} finally {
  await cluster.stop();
}
