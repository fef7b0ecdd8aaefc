import { DigestChunks, GroupCommit, ReceiveRecords } from '@inpage/fleet';
import { PgDigestStore, PgMachineDirectory, PgRecordStore } from '@inpage/storage';
import { crashRecord, inventoryRecord, testDatabase, type TestDatabase } from '@inpage/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../run.js';
import { fakeTerminal } from '../terminal/terminal.fixture.js';

const NOON = new Date('2026-07-22T12:00:00Z');

let test: TestDatabase;
let folder: string;
beforeAll(async () => {
  test = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'inpage-replay-'));
  const commit = new GroupCommit(new PgRecordStore(test.database), () => undefined);
  const records = [inventoryRecord('pc-bad-ssd', NOON), crashRecord('pc-bad-ssd', NOON)];
  await new ReceiveRecords(new PgMachineDirectory(test.database), commit, 10_000).run({
    ...{ credential: { id: 'the collector', kind: 'enrolment' }, type: 'json' },
    bytes: Buffer.from(JSON.stringify(records)),
  });
  await new DigestChunks(new PgDigestStore(test.database), () => undefined).run();
});
afterAll(async () => {
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function replay(...args: string[]) {
  const terminal = fakeTerminal();
  const code = await run(['replay', ...args], terminal);
  return { code, out: terminal.printed(), err: terminal.complained() };
}
const cause = async () => (await test.database.pool.query('select cause from crash')).rows[0].cause as string;

describe('inpage replay', () => {
  it('shows what would change, changes it, and has nothing left to change', async () => {
    const right = await cause();
    await test.database.pool.query(`update crash set cause = 'memory'`);
    const dry = await replay('--dry-run', '--database', test.url);
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toContain('Dry run, nothing was changed: 1 chunk read, 1 machine judged.');
    expect(dry.out).toContain(`1 memory -> ${right}`);
    expect(await cause()).toBe('memory');
    const real = await replay('--database', test.url);
    expect(real.code).toBe(0);
    expect(real.out).toContain('In the database: 1 crashes before, 1 after. Every count agrees with them.');
    expect(await cause()).toBe(right);
    expect((await replay('--dry-run', '--judge-only', '--database', test.url)).out).toContain('1 the same, 0 changed');
  });

  it('prints JSON', async () => {
    const { code, out } = await replay('--json', '--database', test.url);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ dryRun: false, machines: 1, reconciled: { discrepancies: [] } });
  });

  it('ends with 4 when counts do not agree, and says which', async () => {
    const plant = `insert into fleet_day (day, cause, crashes, machines) values ('2020-01-01', 'media', 1, 1)`;
    await test.database.pool.query(plant);
    const { code, out } = await replay('--database', test.url);
    await test.database.pool.query(`delete from fleet_day where day = '2020-01-01'`);
    expect(code).toBe(4);
    expect(out).toContain('crashes counted in fleet_day: 2, should be 1');
  });

  it('ends with 4 when a record cannot be read', async () => {
    const { pool } = test.database;
    await pool.query('create table kept as select id, bodies from record_chunk');
    await pool.query('alter table record_chunk disable trigger record_chunk_is_immutable');
    await pool.query(`update record_chunk set bodies = 'damaged'`);
    const { code, out } = await replay('--database', test.url);
    await pool.query('update record_chunk c set bodies = k.bodies from kept k where k.id = c.id');
    expect(code).toBe(4);
    expect(out).toMatch(/Chunk \d+ could not be read: /);
  });

  it('ends with 3 where there is no database, or another', async () => {
    const none = await replay('--data', folder);
    expect(none.code).toBe(3);
    expect(none.err).toContain('is no data folder of Inpage');
    const { code, err } = await replay('--database', test.url.replace(/[^/]+$/, 'absent'));
    expect([code, err]).toEqual([3, expect.stringContaining('does not let us in')]);
    await test.database.pool.query(`update migration set name = 'Other' where name like 'ReaderVersion%'`);
    const old = await replay('--database', test.url);
    await test.database.pool.query(`update migration set name = 'ReaderVersion20261122232000' where name = 'Other'`);
    expect([old.code, old.err]).toEqual([3, expect.stringContaining('start the server of this version once')]);
  });

  it('ends with 2 for what cannot be meant', async () => {
    for (const args of [['--batch', '0'], ['--batch', 'x'], ['--database', 'a', '--data', 'b'], ['--dry'], ['now']])
      expect((await replay(...args)).code).toBe(2);
  });
});
