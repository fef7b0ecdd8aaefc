import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './harness/afterwards.js';
import { startDatabase } from './harness/database.js';
import { CLEAN, digested, ledger } from './harness/ledger.js';
import { Load } from './harness/load.js';
import { connectionOf } from './harness/postmaster.js';
import { kill } from './harness/process-life.js';
import { freePort, startServer } from './harness/server-process.js';

describe('PostgreSQL that is killed under load', () => {
  it('ends the server that embeds it with a sentence; the next start recovers everything acknowledged', async () => {
    const dataFolder = join(temporaryFolder(), 'data');
    const env = { INPAGE_PORT: String(await freePort()) };
    const first = await startServer({ dataFolder, env });
    const load = new Load(first);
    await load.taken(20);
    await kill(first.postmaster);
    expect(await first.exitCode()).toBe(1);
    expect(first.output).toMatch(/PostgreSQL in .* has ended .* Start Inpage again: it recovers\.\n/);
    expect(first.output).not.toMatch(/Unhandled|node:internal.*\n.*Node\.js v/);

    const second = await startServer({ dataFolder, env });
    await load.taken(10);
    await load.finish();
    await digested(connectionOf(dataFolder));
    expect(load.failedPosts).toBeGreaterThan(0);
    expect(await ledger(connectionOf(dataFolder), load)).toEqual(CLEAN);
    expect(await second.stop()).toBe(0);
  });

  it('is waited for by a server that has it from DATABASE_URL', async () => {
    const folder = temporaryFolder();
    const database = await startDatabase(join(folder, 'database'));
    const server = await startServer({
      dataFolder: join(folder, 'data'),
      env: { DATABASE_URL: database.connectionString },
    });
    const load = new Load(server);
    await load.taken(20);
    await kill(database.pid);
    await database.stop();
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
    const again = await startDatabase(join(folder, 'database'));
    await load.taken(10);
    await load.finish();
    await digested(again.connection);

    expect(server.ended).toBe(false);
    expect(load.refusals).toContain('503 storage-unavailable');
    expect(await ledger(again.connection, load)).toEqual(CLEAN);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });
});
