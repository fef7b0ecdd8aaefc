import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  afterwards,
  ask,
  buildForChildren,
  kill,
  spawnLauncher,
  startIn,
  startInChild,
  temporaryFolder,
} from './cluster.fixture.js';
import { withPid } from './postmaster-pid.js';

/** Writes single rows until the server is gone; the numbers whose commit was acknowledged. */
async function writeUntilKilled(connectionString: string, writer: number): Promise<number[]> {
  const acknowledged: number[] = [];
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (let n = writer * 1_000_000; ; n++) {
      await client.query('insert into written values ($1)', [n]);
      acknowledged.push(n);
    }
  } catch {
    return acknowledged;
  }
}

describe('after a crash', { timeout: 90_000 }, () => {
  beforeAll(buildForChildren, 120_000);

  it('has every acknowledged row when the postmaster was killed under load, and says that it died', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const first = await startIn(dataDir);
    await ask(first, 'create table written (n bigint primary key)');
    const writers = [1, 2, 3, 4].map((writer) => writeUntilKilled(first.connectionString, writer));
    await sleep(700);
    process.kill(first.pid, 'SIGKILL');
    const acknowledged = (await Promise.all(writers)).flat();
    expect((await first.died).message).toContain('has ended');
    await first.stop();

    const second = await startIn(dataDir);
    expect(acknowledged.length).toBeGreaterThan(100);
    const [lost] = await ask(
      second,
      'select count(*)::int as n from unnest($1::bigint[]) as a(n) where not exists (select from written w where w.n = a.n)',
      [acknowledged],
    );
    expect(lost).toEqual({ n: 0 });
  });

  it('waits for processes that a killed postmaster left behind', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const running = await startIn(dataDir);
    const session = new pg.Client(running.connection);
    session.on('error', () => undefined);
    await session.connect();
    const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid');
    // A stopped process does not notice that its postmaster is gone, and stays attached to the shared memory.
    process.kill(rows[0]!.pid, 'SIGSTOP');
    process.kill(running.pid, 'SIGKILL');
    await running.stop();
    setTimeout(() => process.kill(rows[0]!.pid, 'SIGCONT'), 1_000);
    const started = Date.now();
    expect(await ask(await startIn(dataDir), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(Date.now() - started).toBeGreaterThan(900);
  });

  it('re-attaches to the server of a killed Inpage, whose process group it does not share', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const child = await startInChild(dataDir);
    await ask(child.told, 'create table kept as select 7 as n');
    await kill(-child.process.pid!);
    await kill(child.process.pid!).catch(() => undefined);

    const running = await startIn(dataDir);
    expect(running).toMatchObject({ reattached: true, pid: child.told.pid });
    expect(await ask(running, 'select n from kept')).toEqual([{ n: 7 }]);
    await running.stop();
    expect(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
    expect((await startIn(dataDir)).reattached).toBe(false);
  });

  it('stops an orphan that cannot be reached any more, and starts a new server', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const child = await startInChild(dataDir);
    await kill(child.process.pid!);
    rmSync(join(dataDir, 'postgres', 'run'), { recursive: true });
    const running = await startIn(dataDir);
    expect(running.reattached).toBe(false);
    expect(await ask(running, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts although another process now has the id of the dead postmaster', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const first = await startIn(dataDir);
    const pidFile = join(dataDir, 'postgres', 'data', 'postmaster.pid');
    const text = readFileSync(pidFile, 'utf8');
    await first.stop();
    // PostgreSQL only minds a process of its own user.
    const { uid } = statSync(pidFile.replace('/postmaster.pid', ''));
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore', uid });
    afterwards(() => stranger.kill('SIGKILL'));
    writeFileSync(pidFile, withPid(text, stranger.pid!));
    expect(await ask(await startIn(dataDir), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode).toBeNull();
  });

  it('makes the database anew when its making was interrupted', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const launcher = spawnLauncher(dataDir);
    const draft = () =>
      existsSync(join(dataDir, 'postgres')) &&
      readdirSync(join(dataDir, 'postgres')).some((name) => name.startsWith('draft-'));
    while (!draft()) await sleep(5);
    await kill(-launcher.pid!);
    await kill(launcher.pid!).catch(() => undefined);
    expect(existsSync(join(dataDir, 'inpage-data.json'))).toBe(false);

    const running = await startIn(dataDir);
    expect(await ask(running, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(draft()).toBe(false);
  });

  it('keeps a complete database whose marker was not written', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const first = await startIn(dataDir);
    await ask(first, 'create table kept as select 1 as n');
    await first.stop();
    rmSync(join(dataDir, 'inpage-data.json'));
    expect(await ask(await startIn(dataDir), 'select n from kept')).toEqual([{ n: 1 }]);
    expect(existsSync(join(dataDir, 'inpage-data.json'))).toBe(true);
  });
});
