import { cellWindow } from '@inpage/api';
import { groupPageByCrashes, type Database } from '@inpage/storage';
import { startBenchCluster, type BenchCluster } from '../measure/bench-cluster.js';
import { numberOptions } from '../measure/options.js';
import { startProduct, type Product } from '../measure/product.js';
import { quantile } from '../measure/statistics.js';
import { table } from '../measure/table.js';
import { addCrashes, countCells, prepare } from './fill.js';

const DAY_MS = 86_400_000;
const WARM = 10;

interface Times {
  readonly name: string;
  readonly ms: number[];
}

/** What the group list and a group's page cost with few and with many crashes behind them, and what a scan would. */
async function bench(cluster: BenchCluster, crashes: number, runs: number): Promise<void> {
  const { pool } = cluster.database;
  await prepare(pool);
  const product = await startProduct({
    DATABASE_URL: cluster.url,
    INPAGE_ROLES: 'api',
    INPAGE_LOG_LEVEL: 'warn',
    INPAGE_AUTH_SECRET: 'x'.repeat(32),
  });
  try {
    const results: [number, Times[]][] = [];
    for (const [from, to] of [
      [0, crashes / 10],
      [crashes / 10, crashes],
    ] as const) {
      await addCrashes(pool, from, to, (done) => process.stderr.write(`${done} crashes\n`));
      await countCells(pool);
      results.push([to, await measure(cluster.database, product, runs)]);
    }
    console.log(report(results));
  } finally {
    await product.stop();
  }
}

async function measure(database: Database, product: Product, runs: number): Promise<Times[]> {
  const { rows } = await database.pool.query('select id from crash_group order by key limit 200');
  const groups = rows.map(({ id }) => id as string);
  const to = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
  const from = new Date(Date.parse(to) - 90 * DAY_MS).toISOString().slice(0, 10);
  const list = { cells: cellWindow({ from, to }), sort: 'crashes', order: 'desc', limit: 50 } as const;
  const get = async (path: string) => {
    const { status } = await product.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  };
  return [
    await time('list, SQL', runs, () => database.rows(groupPageByCrashes, list)),
    await time('list, REST', runs, () => get(`groups?from=${from}&to=${to}&limit=50`)),
    await time('one group, REST', runs, (i) => get(`groups/${groups[i % groups.length]}?from=${from}&to=${to}`)),
    await time('one group’s days, REST', runs, (i) =>
      get(`groups/${groups[i % groups.length]}/series?from=${from}&to=${to}`),
    ),
    await time('overview, REST', runs, () => get(`overview?from=${from}&to=${to}`)),
    await time('list by scanning crashes, SQL', 5, () =>
      database.pool.query(
        'select group_id, count(*) from crash where stopped_at >= $1 and stopped_at < $2 group by 1 order by 2 desc limit 50',
        [from, to],
      ),
    ),
  ];
}

async function time(name: string, runs: number, work: (i: number) => Promise<unknown>): Promise<Times> {
  for (let i = 0; i < Math.min(WARM, runs); i++) await work(i);
  const ms: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    await work(i);
    ms.push(performance.now() - started);
  }
  return { name, ms };
}

function report(results: readonly [number, Times[]][]): string {
  const [[few, fewTimes], [many, manyTimes]] = results as [[number, Times[]], [number, Times[]]];
  const head = [
    'ms',
    `p50, ${few / 1e6} M`,
    `p95, ${few / 1e6} M`,
    `p50, ${many / 1e6} M`,
    `p95, ${many / 1e6} M`,
    'p50 many / few',
  ];
  const shares = [0.5, 0.95];
  const rows = manyTimes.map(({ name, ms }, i) => {
    const before = fewTimes[i]!.ms;
    const numbers = [...shares.map((s) => quantile(before, s)), ...shares.map((s) => quantile(ms, s))];
    return [name, ...numbers.map((n) => n.toFixed(1)), (numbers[2]! / numbers[0]!).toFixed(2)];
  });
  return table([head, ...rows]);
}

const { crashes, runs } = numberOptions({ crashes: 10_000_000, runs: 200 });
const cluster = await startBenchCluster();
try {
  await bench(cluster, crashes, runs);
} finally {
  await cluster.stop();
}
