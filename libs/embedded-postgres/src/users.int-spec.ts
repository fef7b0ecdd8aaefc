import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findPackage, usableBinaries } from './binaries.js';
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
import { dataFolderPaths } from './data-folder.js';

const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
const closedFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'inpage-closed-'));
  afterwards(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

describe.skipIf(!isRoot)('started by root (this run is not)', { timeout: 60_000 }, () => {
  beforeAll(buildForChildren, 120_000);

  it('lends the database, and nothing else of the folder, to an unprivileged user', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const running = await startIn(dataDir);
    const status = execFileSync('ps', ['-o', 'uid=', '-p', String(running.pid)], { encoding: 'utf8' });
    expect(Number(status)).toBe(statSync(join(dataDir, 'postgres')).uid);
    expect(Number(status)).toBeGreaterThan(0);
    expect(statSync(dataDir)).toMatchObject({ uid: 0 });
    expect(statSync(join(dataDir, 'logs'))).toMatchObject({ uid: 0 });
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
  });

  it('opens a closed data folder of its own to that user, for walking through only', async () => {
    const dataDir = closedFolder();
    await startIn(dataDir);
    expect(statSync(dataDir).mode & 0o777).toBe(0o710);
  });

  it('refuses a folder below a closed one and says which', async () => {
    const closed = closedFolder();
    const dataDir = join(closed, 'data');
    const refusal = await refusalOf(startIn(dataDir));
    expect(refusal).toMatchObject({ code: 'not-reachable', message: expect.stringContaining(`chmod o+x ${closed})`) });
    expect(statSync(closed).mode & 0o777).toBe(0o700);
  });

  it('copies binaries that the user cannot reach, or that lack their links, into the data folder once', async () => {
    const hidden = join(closedFolder(), 'native');
    cpSync(findPackage().path, hidden, { recursive: true, filter: (path) => !path.endsWith('.so.60') });
    const paths = dataFolderPaths(temporaryFolder());
    const user = { uid: id('-u'), gid: id('-g'), name: 'user nobody' };
    const native = await usableBinaries(paths, user, { path: hidden, version: '18.0.0' });
    expect(native).toBe(join(paths.root, 'postgres-18.0.0'));
    rmSync(hidden, { recursive: true });
    expect(
      execFileSync(join(native, 'bin', 'postgres'), ['--version'], { uid: user.uid, gid: user.gid, encoding: 'utf8' }),
    ).toMatch(/18\./);
  });

  it('works for an ordinary user, and root carries on with the folder as that user', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    mkdirSync(dataDir);
    chownSync(dataDir, id('-u'), id('-g'));
    chmodSync(dataDir, 0o755);
    const child = await startInChild(dataDir, { uid: id('-u'), gid: id('-g') });
    expect(child.told).toMatchObject({ reattached: false, pid: expect.any(Number) });
    await ask(child.told, 'create table kept as select 5 as n');
    await child.stop();
    const running = await startIn(dataDir);
    expect(await ask(running, 'select n from kept')).toEqual([{ n: 5 }]);
    expect(Number(execFileSync('ps', ['-o', 'uid=', '-p', String(running.pid)], { encoding: 'utf8' }))).toBe(id('-u'));
  });

  it('tells an ordinary user that a folder belongs to somebody else', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    await (await startIn(dataDir)).stop();
    const { told } = await startInChild(dataDir, { uid: id('-u'), gid: id('-g') });
    expect(told).toMatchObject({
      code: 'not-writable',
      message: expect.stringContaining('as the user that owns the folder'),
    });
  });
});
