import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  afterwards,
  ask,
  buildForChildren,
  isRoot,
  refusalOf,
  startIn,
  startInChild,
  temporaryFolder,
} from './cluster.fixture.js';

describe('a start is refused', { timeout: 60_000 }, () => {
  beforeAll(buildForChildren, 120_000);

  it('while this process or another one uses the folder, and names it', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const running = await startIn(dataDir);
    const refusal = { code: 'in-use', message: expect.stringContaining(`in use by process ${process.pid}`) };
    expect(await refusalOf(startIn(dataDir))).toMatchObject(refusal);
    expect((await startInChild(dataDir)).told).toMatchObject(refusal);
    expect(await ask(running, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('to all but one of many that start at the same moment over a dead lock', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'inpage.lock'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '', token: 'dead' }));
    const children = await Promise.all(Array.from({ length: 4 }, () => startInChild(dataDir)));
    const codes = children.map(({ told }) => told.code ?? 'started').sort();
    expect(codes).toEqual(['in-use', 'in-use', 'in-use', 'started']);
  });

  it('in a folder with other things in it, which stay as they are', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'holiday.jpg'), '');
    expect(await refusalOf(startIn(dataDir))).toMatchObject({
      code: 'foreign',
      message: expect.stringContaining('holiday.jpg'),
    });
    expect(readdirSync(dataDir)).toEqual(['holiday.jpg']);
  });

  it('in a folder of a newer Inpage or of another PostgreSQL', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    await (await startIn(dataDir)).stop();
    writeFileSync(join(dataDir, 'inpage-data.json'), '{"format":2,"postgresMajor":18}');
    expect(await refusalOf(startIn(dataDir))).toMatchObject({
      code: 'newer',
      message: expect.stringContaining('format 2'),
    });
    writeFileSync(join(dataDir, 'inpage-data.json'), '{"format":1,"postgresMajor":18}');
    writeFileSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '17\n');
    expect(await refusalOf(startIn(dataDir))).toMatchObject({
      code: 'older',
      message: expect.stringContaining('PostgreSQL 17'),
    });
    writeFileSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '18\n');
    await startIn(dataDir);
  });

  it('where the data folder is a file', async () => {
    const dataDir = join(temporaryFolder(), 'file');
    writeFileSync(dataDir, '');
    expect(await refusalOf(startIn(dataDir))).toMatchObject({
      code: 'not-writable',
      message: expect.stringContaining('is a file'),
    });
  });

  it('with the last words of the server when it cannot start', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const refusal = await refusalOf(startIn(dataDir, { settings: { shared_buffers: 'much' } }));
    expect(refusal).toMatchObject({
      code: 'start-failed',
      message: expect.stringContaining('"shared_buffers": "much"'),
    });
    expect(await ask(await startIn(dataDir), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('when the disk has less room than wanted, with both numbers', async () => {
    const refusal = await refusalOf(startIn(join(temporaryFolder(), 'data'), { minFreeBytes: 2 ** 60 }));
    expect(refusal).toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/has \d+ MiB free.*at least 1099511627776 MiB/),
    });
  });
});

/** A file system of that size in memory, or undefined where mounting is not allowed. */
function smallDisk(megabytes: number): string | undefined {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    return undefined;
  }
  afterwards(() => execFileSync('umount', ['-l', folder]));
  return folder;
}

describe.skipIf(!isRoot)('on a full disk (needs root, to mount a small one)', { timeout: 60_000 }, () => {
  it('refuses at once below 200 MiB', async ({ skip }) => {
    const disk = smallDisk(100) ?? skip('mount is not allowed here');
    expect(await refusalOf(startIn(join(disk, 'data')))).toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/has (100|99) MiB free/),
    });
  });

  it('says so when the disk fills up while the database is made, and starts once there is room', async ({ skip }) => {
    const disk = smallDisk(30) ?? skip('mount is not allowed here');
    const start = () => startIn(join(disk, 'data'), { minFreeBytes: 0 });
    expect(await refusalOf(start())).toMatchObject({ code: 'disk-full', message: expect.stringContaining('is full') });
    execFileSync('mount', ['-o', 'remount,size=300m', disk]);
    expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says so when there is no room to start an existing database, and keeps its rows', async ({ skip }) => {
    const disk = smallDisk(300) ?? skip('mount is not allowed here');
    const start = () => startIn(join(disk, 'data'), { minFreeBytes: 0 });
    const first = await start();
    await ask(first, 'create table kept as select 3 as n');
    process.kill(first.pid, 'SIGKILL');
    await first.stop();
    const used = Number(execFileSync('df', ['--output=used', '-m', disk], { encoding: 'utf8' }).split('\n')[1]);
    execFileSync('mount', ['-o', `remount,size=${used}m`, disk]);
    try {
      execFileSync('dd', ['if=/dev/zero', `of=${join(disk, 'lost+found')}`, 'bs=4k'], { stdio: 'pipe' });
    } catch {
      // dd writes until the disk is full and says so.
    }
    expect(await refusalOf(start())).toMatchObject({ code: 'disk-full', message: expect.stringContaining('is full') });
    execFileSync('mount', ['-o', 'remount,size=300m', disk]);
    expect(await ask(await start(), 'select n from kept')).toEqual([{ n: 3 }]);
  });
});
