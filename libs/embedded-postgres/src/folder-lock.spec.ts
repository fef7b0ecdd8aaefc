import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderLock } from './folder-lock.js';

let folder: string;
const path = () => join(folder, 'inpage.lock');
const take = () => FolderLock.take(path(), folder);
const write = (holder: unknown) => writeFileSync(path(), JSON.stringify(holder));

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'inpage-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('FolderLock', () => {
  it('is held by one, named in the refusal, until it is released', async () => {
    const lock = await take();
    await expect(take()).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining(`process ${process.pid}.`),
    });
    lock.release();
    expect(existsSync(path())).toBe(false);
    (await take()).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from a dead process', async () => {
    write({ pid: spawnSync(process.execPath, ['-e', '']).pid, startedAt: 'then', token: 'dead' });
    await take();
    await expect(take()).rejects.toMatchObject({ code: 'in-use' });
  });

  it('is taken over from a process whose id was given to another', async () => {
    write({ pid: process.ppid, startedAt: 'before the last boot', token: 'dead' });
    (await take()).release();
  });

  it('is taken over when its file was never finished', async () => {
    writeFileSync(path(), '');
    (await take()).release();
  });

  it('goes to exactly one of many who find it dead', async () => {
    for (let round = 0; round < 10; round++) {
      write({ pid: 2 ** 30, startedAt: '', token: 'dead' });
      const outcomes = await Promise.allSettled(Array.from({ length: 5 }, take));
      const holders = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      expect(holders).toHaveLength(1);
      holders[0]!.release();
    }
  });

  it('is not released by who lost it', async () => {
    const lock = await take();
    write({ pid: process.pid, startedAt: 'x', token: 'another' });
    lock.release();
    expect(existsSync(path())).toBe(true);
  });
});
