import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './harness/afterwards.js';
import { CLEAN, digested, ledger } from './harness/ledger.js';
import { Load } from './harness/load.js';
import { connectionOf } from './harness/postmaster.js';
import { freePort, startServer } from './harness/server-process.js';

const KILLS = 3;

describe('a server that is killed under load', () => {
  it('has every acknowledged record once, and every stop as one crash in one group', async () => {
    const dataFolder = join(temporaryFolder(), 'data');
    const env = { INPAGE_PORT: String(await freePort()) };
    let server = await startServer({ dataFolder, env });
    const load = new Load(server);
    for (let i = 0; i < KILLS; i++) {
      await load.taken(20);
      await server.kill();
      server = await startServer({ dataFolder, env });
    }
    await load.taken(5);
    await load.finish();
    await digested(connectionOf(dataFolder));

    expect(load.failedPosts).toBeGreaterThan(0);
    expect(load.planted.stops.length).toBeGreaterThan(50);
    expect(await ledger(connectionOf(dataFolder), load)).toEqual(CLEAN);
    expect(await server.stop()).toBe(0);
  });
});
