import type { InpageRecord } from '@inpage/contracts';
import type { MachineId } from '@inpage/core';
import { countExposure } from '@inpage/fleet';
import { beatRecord, CAST, inventoryRecord, type CastMember } from '@inpage/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digesting, type Digesting } from '../digest/digesting.fixture.js';
import { PgExposureLedger } from './pg-exposure-ledger.js';

const DAY = 86_400_000;
const dayBack = (days: number): string => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
/** Noon of a day counted back from today, in UTC. */
const noonBack = (days: number): Date => new Date(`${dayBack(days)}T12:00:00Z`);
const TODAY = 0;

let world: Digesting;
let ledger: PgExposureLedger;
beforeAll(async () => {
  world = await digesting();
  ledger = new PgExposureLedger(world.database);
});
beforeEach(() => world.clear());
afterAll(() => world.drop());

const sendAndDigest = async (...records: readonly InpageRecord[]): Promise<void> => {
  await world.send(...records);
  await world.digestAll();
};
const machineId = async (computer: string): Promise<MachineId> =>
  (await world.ask('select id from machine where computer = $1', [computer]))[0]!.id;

/** As if something of it had arrived on these days. */
async function heardOn(computer: CastMember, ...days: number[]): Promise<void> {
  const id = await machineId(computer);
  await world.store.transaction(async (digest) => {
    await digest.lockMachines(new Set([id]), new Date());
    await digest.saveHeardDays(days.map((back) => ({ machineId: id, day: dayBack(back) })));
  });
}

const changedDays = async (): Promise<string[]> => (await ledger.changedDays()).map(({ day }) => day).sort();
const countAll = async (): Promise<void> => {
  for (const day of await changedDays()) expect(await ledger.count(day)).toBe(true);
};
const cells = async (dimension: string, back: number): Promise<Record<string, number>> => {
  const rows = await world.ask(
    `select coalesce(m.key, '') as model, e.value, e.disks from exposure_day e left join disk_model m on m.id = e.model_id
      where e.dimension = $1 and e.day = $2 order by 1, 2`,
    [dimension, dayBack(back)],
  );
  return Object.fromEntries(rows.map(({ model, value, disks }) => [[model, value].filter(Boolean).join(' '), disks]));
};
const withDisk = (computer: CastMember, change: object) => ({
  disks: CAST[computer].disks.map((disk) => ({ ...disk, ...change })),
});

describe('exposure', () => {
  it('counts the disks of machines that were heard from, by model, firmware, driver and machine model', async () => {
    await sendAndDigest(inventoryRecord('pc-bad-ssd', noonBack(TODAY)), inventoryRecord('pc-bad-ram', noonBack(TODAY)));
    await sendAndDigest(beatRecord('pc-healthy', noonBack(TODAY)));
    await countAll();
    expect(await cells('model', TODAY)).toEqual({ ct1000mx500ssd1: 1, 'samsung ssd 870 evo 1tb': 1 });
    expect(await cells('firmware', TODAY)).toEqual({
      'ct1000mx500ssd1 M3CR046': 1,
      'samsung ssd 870 evo 1tb SVT01B6Q': 1,
    });
    expect(await cells('driver', TODAY)).toEqual({ 'storahci 10.0.26100.4351': 2 });
    expect(await cells('machine-model', TODAY)).toEqual({ '20XW00AAGE': 1, 'HP EliteDesk 800 G6': 1 });
    expect(await world.ask('select machines, with_inventory, disks from exposure_fleet_day')).toEqual([
      { machines: 3, with_inventory: 2, disks: 2 },
    ]);
  });

  it('costs one written row per machine and day, however often it beats', async () => {
    await sendAndDigest(beatRecord('pc-healthy', noonBack(TODAY)));
    await countAll();
    const written = () => world.ask('select xmin::text, days from machine_month');
    const before = await written();
    for (let n = 1; n < 4; n++) await sendAndDigest(beatRecord('pc-healthy', new Date(noonBack(TODAY).getTime() + n)));
    expect(await written()).toEqual(before);
    expect(await changedDays()).toEqual([]);
  });

  it('counts a day again from scratch: twice is the same', async () => {
    await sendAndDigest(inventoryRecord('pc-bad-ssd', noonBack(TODAY)));
    await countAll();
    const once = await world.ask('select * from exposure_day order by dimension');
    await ledger.count(dayBack(TODAY));
    expect(await world.ask('select * from exposure_day order by dimension')).toEqual(once);
  });

  it('gives each day the firmware that was in force, also when the inventory comes later', async () => {
    await sendAndDigest(inventoryRecord('pc-bad-ssd', noonBack(40)));
    await heardOn('pc-bad-ssd', 50, 40, 20, 1);
    await countAll();
    await sendAndDigest(inventoryRecord('pc-bad-ssd', noonBack(20), withDisk('pc-bad-ssd', { firmware: 'SVT02B6Q' })));
    expect(await changedDays()).toEqual([20, 1, 0].map(dayBack));
    await countAll();
    const firmware = async (back: number) => Object.keys(await cells('firmware', back));
    expect(await firmware(50)).toEqual(['samsung ssd 870 evo 1tb SVT01B6Q']);
    expect(await firmware(40)).toEqual(['samsung ssd 870 evo 1tb SVT01B6Q']);
    expect(await firmware(20)).toEqual(['samsung ssd 870 evo 1tb SVT02B6Q']);
    expect(await firmware(1)).toEqual(['samsung ssd 870 evo 1tb SVT02B6Q']);
    expect(await cells('firmware', 30), 'nobody was heard from').toEqual({});
  });

  it('marks nothing for an inventory that says what the one before it said', async () => {
    await sendAndDigest(inventoryRecord('pc-bad-ssd', noonBack(3)));
    await heardOn('pc-bad-ssd', 3, 2, 1);
    await countAll();
    await sendAndDigest(inventoryRecord('pc-bad-ssd', noonBack(1)));
    expect(await changedDays()).toEqual([]);
  });

  it('marks the days before the first inventory too, up to the horizon', async () => {
    await sendAndDigest(beatRecord('pc-bad-ssd', noonBack(TODAY)));
    await heardOn('pc-bad-ssd', 200, 92, 10);
    await countAll();
    await sendAndDigest(inventoryRecord('pc-bad-ssd', noonBack(TODAY)));
    expect(await changedDays()).toEqual([92, 10, 0].map(dayBack));
  });

  it('counts a disk that moved once, where it was seen last, and no virtual disk', async () => {
    const moved = CAST['pc-bad-ssd'].disks;
    await sendAndDigest(
      inventoryRecord('pc-bad-ssd', noonBack(2)),
      inventoryRecord('pc-healthy', noonBack(1), { disks: moved }),
      inventoryRecord('pc-bad-ram', noonBack(1), withDisk('pc-bad-ram', { model: 'VMware Virtual disk' })),
    );
    await countAll();
    expect(await cells('model', TODAY)).toEqual({ 'samsung ssd 870 evo 1tb': 1 });
    expect(await cells('machine-model', TODAY)).toEqual({ 'OptiPlex 7010': 1 });
  });

  it('loses no machine that is noted while its day is being counted', async () => {
    await sendAndDigest(inventoryRecord('pc-bad-ssd', noonBack(2)), inventoryRecord('pc-bad-ram', noonBack(2)));
    await heardOn('pc-bad-ssd', 1);
    const id = await machineId('pc-bad-ram');
    await world.store.transaction(async (digest) => {
      await digest.saveHeardDays([{ machineId: id, day: dayBack(1) }]);
      expect(await ledger.count(dayBack(1))).toBe(true);
      expect(Object.keys(await cells('model', 1))).toHaveLength(1);
    });
    expect(await changedDays()).toContain(dayBack(1));
    await countAll();
    expect(Object.keys(await cells('model', 1))).toHaveLength(2);
  });

  it('of today rests between two counts, and each day is counted by one worker only', async () => {
    await sendAndDigest(inventoryRecord('pc-bad-ssd', noonBack(TODAY)));
    expect(await countExposure(ledger, Date.now())).toBe(1);
    await heardOn('pc-bad-ssd', 1);
    await sendAndDigest(inventoryRecord('pc-bad-ram', noonBack(TODAY)));
    expect(await countExposure(ledger, Date.now())).toBe(1);
    expect(await changedDays()).toEqual([dayBack(TODAY)]);
    await world.database.transaction(async (db) => {
      await db.query(`select pg_advisory_xact_lock(hashtext('exposure'), $1::date - date '2000-01-01')`, [dayBack(3)]);
      expect(await ledger.count(dayBack(3))).toBe(false);
    });
  });
});
