import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './harness/afterwards.js';
import { hasDebianPostgres, startDebianPostgres } from './harness/debian-postgres.js';
import { CLEAN, digested, ledger } from './harness/ledger.js';
import { Load } from './harness/load.js';
import { postmasterOf } from './harness/postmaster.js';
import { startServer } from './harness/server-process.js';

const why = hasDebianPostgres ? '' : ' (skipped: /usr/lib/postgresql/15 is not installed)';

describe.skipIf(!hasDebianPostgres)(`DATABASE_URL of the PostgreSQL 15 of Debian${why}`, () => {
  it('serves from record to crash, starts no database of its own, and keeps all over a restart', async () => {
    const dataFolder = join(temporaryFolder(), 'data');
    const connectionString = await startDebianPostgres();
    const env = { DATABASE_URL: connectionString };
    const server = await startServer({ dataFolder, env });
    const load = new Load(server);
    await load.taken(10);
    await load.finish();
    await digested({ connectionString });
    expect(await ledger({ connectionString }, load)).toEqual(CLEAN);
    expect(postmasterOf(dataFolder)).toBeUndefined();
    expect(await server.stop()).toBe(0);

    const again = await startServer({ dataFolder, env });
    expect(again.output).not.toMatch(/ike_/);
    expect(await ledger({ connectionString }, load)).toEqual(CLEAN);
    expect(await again.stop()).toBe(0);
  });
});
