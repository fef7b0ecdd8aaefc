import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './harness/afterwards.js';
import { ask } from './harness/ask.js';
import { startDatabase } from './harness/database.js';
import { CLEAN, digested, ledger } from './harness/ledger.js';
import { Load } from './harness/load.js';
import { eventually } from './harness/process-life.js';
import { startServer } from './harness/server-process.js';

const KILLS = 3;
const LEFT =
  'select count(*)::int as pending, (select count(*)::int from stop_evidence) as digested from digest_pending';

describe('a worker that is killed in mid-digest', () => {
  it('leaves nothing half done: its successors, two at once, make every stop one crash in one group', async () => {
    const folder = temporaryFolder();
    const { connection, connectionString } = await startDatabase(join(folder, 'database'));
    const start = (name: string, roles: string) =>
      startServer({ dataFolder: join(folder, name), env: { DATABASE_URL: connectionString, INPAGE_ROLES: roles } });
    const left = async () => (await ask<{ pending: number; digested: number }>(connection, LEFT))[0]!;
    const ingest = await start('ingest', 'ingest');
    const load = new Load(ingest, { senders: 2, pauseMs: 150 });
    await load.taken(30);
    for (let i = 0; i < KILLS; i++) {
      const before = await left();
      const worker = await start(`worker-${i}`, 'worker');
      await eventually('the worker digests', async () => (await left()).digested > before.digested);
      await worker.kill();
      expect((await left()).pending).toBeGreaterThan(0);
    }
    const workers = await Promise.all([start('worker-a', 'worker'), start('worker-b', 'worker')]);
    await load.taken(10);
    await load.finish();
    await digested(connection);

    expect(load.failedPosts).toBe(0);
    expect(await ledger(connection, load)).toEqual(CLEAN);
    for (const server of [...workers, ingest]) expect(await server.stop()).toBe(0);
  });
});
