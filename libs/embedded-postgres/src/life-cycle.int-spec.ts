import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { ask, startIn, temporaryFolder } from './cluster.fixture.js';
import { isAlive } from './process-facts.js';

describe('an embedded PostgreSQL', { timeout: 60_000 }, () => {
  it('makes its folder, starts, answers and stops', async () => {
    const dataDir = join(temporaryFolder(), 'deep', 'data');
    const running = await startIn(dataDir);
    expect(running.reattached).toBe(false);
    expect(await ask(running, 'select current_database() as database, current_user as user')).toEqual([
      { database: 'inpage', user: 'inpage' },
    ]);
    expect(JSON.parse(readFileSync(join(dataDir, 'inpage-data.json'), 'utf8'))).toEqual({
      format: 1,
      postgresMajor: 18,
    });
    await running.stop();
    await running.stop();
    expect(isAlive(running.pid)).toBe(false);
    expect(existsSync(join(dataDir, 'inpage.lock'))).toBe(false);
  });

  it('is durable, speaks UTF-8 in code point order, and listens on a private socket only', async () => {
    const running = await startIn(join(temporaryFolder(), 'data'), { settings: { work_mem: '11MB' } });
    const [row] = await ask(
      running,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
              current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums,
              current_setting('listen_addresses') as tcp, current_setting('wal_compression') as wal, current_setting('work_mem') as mem,
              pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale, datcollate as collate
         from pg_database where datname = 'inpage'`,
    );
    expect(row).toEqual({
      fsync: 'on',
      pages: 'on',
      commit: 'on',
      checksums: 'on',
      tcp: '',
      wal: 'pglz',
      mem: '11MB',
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      collate: 'C',
    });
    expect(statSync(running.connection.host).mode & 0o777).toBe(0o700);
  });

  it('does not let in who lacks the password', async () => {
    const running = await startIn(join(temporaryFolder(), 'data'));
    const stranger = new pg.Client({ ...running.connection, password: 'guessed' });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  });

  it('keeps its rows over a restart', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const first = await startIn(dataDir);
    await ask(first, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await startIn(dataDir);
    expect(second.pid).not.toBe(first.pid);
    expect(await ask(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('works in a folder whose path is too long for a socket, and has spaces, quotes and commas', async () => {
    const dataDir = join(temporaryFolder(), `a "b", it's`, 'x'.repeat(90));
    const running = await startIn(dataDir);
    expect(running.connection.host).toMatch(/^\/tmp\/inpage-[0-9a-f]{12}$/);
    expect(await ask(running, 'select 1 as one')).toEqual([{ one: 1 }]);
    await running.stop();
    expect(existsSync(running.connection.host)).toBe(false);
    const short = await startIn(join(temporaryFolder(), `a "b", it's`));
    expect(await ask(short, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('puts a large log aside before it starts', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    await (await startIn(dataDir)).stop();
    writeFileSync(join(dataDir, 'logs', 'postgres.log'), Buffer.alloc(11 * 1024 * 1024, 'x'));
    await startIn(dataDir);
    expect(statSync(join(dataDir, 'logs', 'postgres.log')).size).toBeLessThan(100_000);
    expect(statSync(join(dataDir, 'logs', 'postgres.log.1')).size).toBe(11 * 1024 * 1024);
  });
});
