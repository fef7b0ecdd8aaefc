import { testDatabase, type TestDatabase } from '@inpage/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PgMachineDirectory } from './pg-machine-directory.js';

const GUID = 'f1c0ffee-0000-4000-8000-000000000001';
const OTHER_GUID = 'f1c0ffee-0000-4000-8000-000000000002';
const SMBIOS = '5b105000-0000-4000-8000-000000000001';
const CLONE_SMBIOS = '5b105000-0000-4000-8000-000000000002';

let test: TestDatabase;
let machines: PgMachineDirectory;
beforeAll(async () => {
  test = await testDatabase();
  machines = new PgMachineDirectory(test.database);
});
beforeEach(async () => {
  await test.database.pool.query('truncate machine cascade');
});
afterAll(() => test.drop());

const rows = async () =>
  (await test.database.pool.query('select id, computer, machine_guid, smbios_uuid from machine order by computer, id'))
    .rows;

describe('a machine known by its name', () => {
  it('is made by the first record that names it, and found by the next', async () => {
    const id = await machines.byComputer('pc-bad-ssd');
    expect(await machines.byComputer('pc-bad-ssd')).toBe(id);
    expect(await machines.byComputer('pc-healthy')).not.toBe(id);
  });

  it('has the same id after everything was rebuilt', async () => {
    const id = await machines.byComputer('pc-bad-ssd');
    await test.database.pool.query('truncate machine cascade');
    expect(await machines.byComputer('pc-bad-ssd')).toBe(id);
  });

  it('is one machine, when fifty records name it at once', async () => {
    const ids = await Promise.all(Array.from({ length: 50 }, () => machines.byComputer('pc-bad-ram')));
    expect(new Set(ids).size).toBe(1);
    expect(await rows()).toHaveLength(1);
  });

  it('is the one heard of last, where two have the name', async () => {
    const old = await machines.enrolled({ computer: 'pc-bad-ssd', machineGuid: GUID });
    const replaced = await machines.enrolled({ computer: 'pc-bad-ssd', machineGuid: OTHER_GUID });
    await test.database.pool.query(`update machine set last_heard_at = now() + interval '1 minute' where id = $1`, [
      old,
    ]);
    expect(await machines.byComputer('pc-bad-ssd')).toBe(old);
    expect(replaced).not.toBe(old);
  });
});

describe('enrolment', () => {
  it('finds a machine again by what it is, and notes its new name', async () => {
    const id = await machines.enrolled({ computer: 'pc-bad-ssd', machineGuid: GUID, smbiosUuid: SMBIOS });
    expect(await machines.enrolled({ computer: 'pc-renamed', machineGuid: GUID, smbiosUuid: SMBIOS })).toBe(id);
    expect(await rows()).toEqual([{ id, computer: 'pc-renamed', machine_guid: GUID, smbios_uuid: SMBIOS }]);
  });

  it('adopts a machine that was known by name alone', async () => {
    const id = await machines.byComputer('pc-bad-ssd');
    expect(await machines.enrolled({ computer: 'pc-bad-ssd', machineGuid: GUID, smbiosUuid: SMBIOS })).toBe(id);
    expect(await rows()).toEqual([{ id, computer: 'pc-bad-ssd', machine_guid: GUID, smbios_uuid: SMBIOS }]);
  });

  it('does not adopt a machine that has an identity of its own', async () => {
    const first = await machines.enrolled({ computer: 'pc-bad-ssd', machineGuid: GUID });
    expect(await machines.enrolled({ computer: 'pc-bad-ssd', machineGuid: OTHER_GUID })).not.toBe(first);
  });

  it('tells clones of one image apart by their board', async () => {
    const first = await machines.enrolled({ computer: 'pc-1', machineGuid: GUID, smbiosUuid: SMBIOS });
    expect(await machines.enrolled({ computer: 'pc-2', machineGuid: GUID, smbiosUuid: CLONE_SMBIOS })).not.toBe(first);
  });

  it('without an identity is by name', async () => {
    expect(await machines.enrolled({ computer: 'pc-healthy' })).toBe(await machines.byComputer('pc-healthy'));
  });

  it('gives one machine to twenty agents that enrol the same PC at once, and to records that name it meanwhile', async () => {
    const identity = { computer: 'pc-bad-ssd', machineGuid: GUID, smbiosUuid: SMBIOS };
    const ids = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        i % 2 ? machines.enrolled(identity) : machines.enrolled({ ...identity, computer: 'PC-BAD-SSD-2' }),
      ),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await rows()).toHaveLength(1);
  });

  it('leaves the name free: a new PC that takes the name of a renamed one is another machine', async () => {
    const old = await machines.byComputer('pc-bad-ssd');
    await machines.enrolled({ computer: 'pc-bad-ssd', machineGuid: GUID });
    await machines.enrolled({ computer: 'pc-renamed', machineGuid: GUID });
    const ids = await Promise.all(Array.from({ length: 10 }, () => machines.byComputer('pc-bad-ssd')));
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).not.toBe(old);
    expect((await rows()).map(({ computer }) => computer)).toEqual(['pc-bad-ssd', 'pc-renamed']);
  });
});
