import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InpageRecord, Receipts } from '@inpage/contracts';
import { describe, expect, it } from 'vitest';
import { afterwards, temporaryFolder } from './harness/afterwards.js';
import { startDatabase } from './harness/database.js';
import { postRecords } from './harness/load.js';
import { startOldPostgres } from './harness/old-postgres.js';
import { postmasterOf } from './harness/postmaster.js';
import { eventually, isAlive } from './harness/process-life.js';
import { freePort, MAIN, spawnServer, startServer, type ServerOptions } from './harness/server-process.js';
import { stalledClient } from './harness/stalled-client.js';
import { idsOf, isRoot } from './harness/unprivileged.js';

const BEAT: InpageRecord = { kind: 'beat', computer: 'pc-healthy', at: '2026-05-04T08:00:00Z' };
const freshFolder = (): string => join(temporaryFolder(), 'data');

/** What a start that was refused said, as lines; it said no more than that. */
async function refusalOf(options: ServerOptions): Promise<string> {
  const server = spawnServer(options);
  expect(await server.exitCode(), server.output).toBe(1);
  expect(server.output).not.toMatch(/\n +at |running at/);
  return server.output.trim();
}

async function send(server: { url: string }, key: string): Promise<Receipts> {
  return (await (await postRecords({ url: server.url, key }, [BEAT])).json()) as Receipts;
}

async function busyPort(): Promise<string> {
  const other = createServer().listen(0, '127.0.0.1');
  afterwards(() => other.close());
  await once(other, 'listening');
  return String((other.address() as AddressInfo).port);
}

describe('a start that cannot be', () => {
  it('on a folder in use names the process that has it, and does it no harm', async () => {
    const dataFolder = freshFolder();
    const first = await startServer({ dataFolder });
    expect(await refusalOf({ dataFolder })).toContain(`${dataFolder} is in use by process ${first.pid}.`);
    expect(await send(first, first.key)).toMatchObject({ accepted: 1 });
  });

  it('on a busy port says so, leaves no database, and the key is told by the start that works', async () => {
    const dataFolder = freshFolder();
    const port = await busyPort();
    expect(await refusalOf({ dataFolder, env: { INPAGE_PORT: port } })).toContain(`Port ${port} is taken`);
    expect(postmasterOf(dataFolder)).toBeUndefined();
    const server = await startServer({ dataFolder });
    expect(await send(server, server.key)).toMatchObject({ accepted: 1 });
    expect(server.output).toMatch(/password {14}\S{20}\n/);
  });

  it('on a foreign folder leaves it as it was', async () => {
    const dataFolder = freshFolder();
    mkdirSync(dataFolder);
    writeFileSync(join(dataFolder, 'holiday.jpg'), '');
    expect(await refusalOf({ dataFolder })).toContain('holds other things (holiday.jpg)');
    expect(readdirSync(dataFolder)).toEqual(['holiday.jpg']);
  });

  it('on the folder of a newer Inpage asks for an update', async () => {
    const dataFolder = freshFolder();
    mkdirSync(dataFolder);
    writeFileSync(join(dataFolder, 'inpage-data.json'), '{"format":99,"postgresMajor":18}\n');
    expect(await refusalOf({ dataFolder })).toContain('was written by a newer Inpage (format 99');
    expect(readdirSync(dataFolder)).toEqual(['inpage-data.json']);
  });

  it('on a PostgreSQL that is too old names its version and the oldest that will do', async () => {
    const env = { DATABASE_URL: await startOldPostgres(140_018, '14.18') };
    const refusal = await refusalOf({ dataFolder: freshFolder(), env });
    expect(refusal).toContain('PostgreSQL 14.18 is too old: DATABASE_URL has to be version 15 or newer.');
  });

  it('on a PostgreSQL that is not there says what became of it, and not the password', async () => {
    const env = { DATABASE_URL: `postgres://inpage:s3cret@127.0.0.1:${await freePort()}/inpage` };
    const refusal = await refusalOf({ dataFolder: freshFolder(), env });
    expect(refusal).toMatch(/^The PostgreSQL of DATABASE_URL does not let us in: connect ECONNREFUSED/);
    expect(refusal).not.toContain('s3cret');
  });

  it('with an unusable configuration tells all its faults and touches nothing', async () => {
    const dataFolder = freshFolder();
    const env = { INPAGE_PORT: 'http', INPAGE_POOL_SIZE: '1', REDIS_URL: 'localhost', INPAGE_ROLES: 'ingest,cook' };
    const refusal = await refusalOf({ dataFolder, env });
    for (const name of Object.keys(env)) expect(refusal).toContain(name);
    expect(existsSync(dataFolder)).toBe(false);
  });
});

describe('a server that was started once', () => {
  it('tells its secrets once, keeps them for its owner only, and keeps everything over a restart', async () => {
    const dataFolder = freshFolder();
    const first = await startServer({ dataFolder });
    const { key } = first;
    expect(await send(first, key)).toMatchObject({ accepted: 1 });
    expect(statSync(join(dataFolder, 'first-steps.txt')).mode & 0o777).toBe(0o600);
    expect(await first.stop()).toBe(0);

    const second = await startServer({ dataFolder });
    expect(second.output).toContain('shown at the first start');
    expect(second.output).not.toMatch(/ike_|password {14}\S/);
    expect(await send(second, key)).toMatchObject({ duplicate: 1 });
  });

  it('shares what is told once with those that start on the same new database at the same moment', async () => {
    const folder = temporaryFolder();
    const env = { DATABASE_URL: (await startDatabase(join(folder, 'database'))).connectionString };
    const dataFolders = ['a', 'b'].map((name) => join(folder, name));
    const servers = await Promise.all(dataFolders.map((dataFolder) => startServer({ dataFolder, env })));
    const told = servers.filter(({ output }) => /enrolment key|sign in as/.test(output));
    expect(told).toHaveLength(1);
    for (const server of servers) expect(await send(server, told[0]!.key)).toMatchObject({ rejected: 0 });
    for (const server of servers) expect(await server.stop()).toBe(0);
    const embedded = await startServer({ dataFolder: dataFolders[0]! });
    expect(await send(embedded, embedded.key)).toMatchObject({ accepted: 1 });
  });
});

const canRead = (user: object): boolean => {
  try {
    execFileSync(process.execPath, ['-e', 'fs.readFileSync(process.argv[1])', MAIN], { ...user, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const nobody = isRoot && canRead(idsOf('nobody')) ? idsOf('nobody') : undefined;
const whyNot = nobody ? '' : ' (skipped: this run is not root, or nobody cannot read the project)';

describe.skipIf(!nobody)(`a server of an ordinary user${whyNot}`, () => {
  it('runs with its database as that user', async () => {
    const folder = temporaryFolder();
    chownSync(folder, nobody!.uid!, nobody!.gid!);
    const server = await startServer({ dataFolder: join(folder, 'data'), ...nobody });
    expect(await send(server, server.key)).toMatchObject({ accepted: 1 });
    for (const pid of [server.pid, server.postmaster]) expect(statSync(`/proc/${pid}`).uid).toBe(nobody!.uid);
    expect(await server.stop()).toBe(0);
  });
});

/** Where initdb works until a database is complete. */
const draftsIn = (dataFolder: string): string[] =>
  existsSync(join(dataFolder, 'postgres'))
    ? readdirSync(join(dataFolder, 'postgres')).filter((name) => name.startsWith('draft-'))
    : [];

describe('Ctrl-C', () => {
  it('ends the server and its database in order, and its echo from a wrapper does not cut that short', async () => {
    const dataFolder = freshFolder();
    const server = await startServer({ dataFolder });
    const { postmaster } = server;
    await stalledClient(server);
    server.signal('SIGINT');
    await sleep(300);
    expect(server.ended).toBe(false);
    server.signal('SIGINT');
    expect(await server.exitCode()).toBe(0);
    expect(isAlive(postmaster)).toBe(false);
    expect(existsSync(join(dataFolder, 'inpage.lock'))).toBe(false);
  });

  it('pressed again by somebody impatient ends at once, and the database soon after', async () => {
    const server = await startServer({ dataFolder: freshFolder() });
    const { postmaster } = server;
    await stalledClient(server);
    server.signal('SIGINT');
    await sleep(1_700);
    expect(server.ended).toBe(false);
    const again = Date.now();
    server.signal('SIGINT');
    expect(await server.exitCode()).toBe(1);
    expect(Date.now() - again).toBeLessThan(1_000);
    await eventually('PostgreSQL has ended', () => !isAlive(postmaster));
  });

  it('while the database is being made ends everything, and the next start begins anew', async () => {
    const dataFolder = freshFolder();
    const first = spawnServer({ dataFolder, ownGroup: true });
    await eventually('the database is being made', () => draftsIn(dataFolder).length > 0);
    process.kill(-first.pid, 'SIGINT');
    expect(await first.exitCode()).toBe(0);
    expect(postmasterOf(dataFolder)).toBeUndefined();
    const second = await startServer({ dataFolder });
    expect(await second.stop()).toBe(0);
  });

  it('while the server starts on its database ends both', async () => {
    const dataFolder = freshFolder();
    const first = spawnServer({ dataFolder, ownGroup: true });
    await eventually('PostgreSQL runs', () => postmasterOf(dataFolder) !== undefined);
    const { postmaster } = first;
    process.kill(-first.pid, 'SIGINT');
    expect(await first.exitCode()).toBe(0);
    expect(isAlive(postmaster)).toBe(false);
  });
});
