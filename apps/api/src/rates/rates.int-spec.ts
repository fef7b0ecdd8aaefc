import { rest } from '@inpage/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { apiUnderTest, type ApiUnderTest } from '../api-under-test.fixture.js';
import { HEARD_DAYS, seedExposedFleet } from './exposed-fleet.fixture.js';

type Rates = z.output<typeof rest.rates>;

let api: ApiUnderTest;
let authorization: string;
beforeAll(async () => {
  api = await apiUnderTest();
  authorization = `Bearer ${await api.secretOf('api')}`;
  await seedExposedFleet(api.database);
});
afterAll(() => api.stop());

const ask = async (query: string): Promise<Rates> => {
  const answer = await api.ask('GET', `/api/v1/rates${query}`, { headers: { authorization } });
  expect(answer.status).toBe(200);
  expect(rest.rates.parse(answer.body)).toEqual(answer.body);
  return answer.body;
};

describe('rates', () => {
  it('put the planted bad firmware first, with its interval and its ratio to the other firmware of its model', async () => {
    const { groups } = await ask('?by=firmware');
    const years = (200 * 90) / 365;
    expect(groups[0]).toMatchObject({ model: 'A', value: 'BAD-2', disks: 200, events: 20 });
    expect(groups[0]!.diskYears).toBeCloseTo(years, 9);
    expect(groups[0]!.outcome).toMatchObject({
      kind: 'rate',
      rate: { value: expect.closeTo(20 / years, 9), low: expect.closeTo(0.2477, 3), high: expect.closeTo(0.6263, 3) },
      standing: 'stands-out',
      ratio: { value: expect.closeTo(20, 9) },
    });
    const good = groups.find(({ value }) => value === 'GOOD-1')!;
    expect(good.outcome).toMatchObject({ standing: 'not-distinguishable' });
  });

  it('count disks with a stop of disk type, not crashes, and none of another kind', async () => {
    const { groups, fleet } = await ask('?by=model');
    expect(groups.find(({ model }) => model === 'A')).toMatchObject({ events: 21, disks: 400 });
    expect(groups.find(({ model }) => model === 'M2')).toMatchObject({ events: 0, disks: 150 });
    expect(fleet.events).toBe(1 + 20 + 10 + 3);
  });

  it('say of three disks that all stopped: not enough disks to say', async () => {
    const { groups } = await ask('?by=model');
    expect(groups.at(-1)).toMatchObject({
      model: 'T',
      events: 3,
      outcome: { kind: 'not-enough', missingDisks: 7, missingDiskDays: 10_000 - 270 },
    });
  });

  it('are told by driver and by machine model', async () => {
    const drivers = await ask('?by=driver');
    expect(drivers.groups).toMatchObject([{ model: null, value: 'stornvme 10.0.2', outcome: { standing: 'alone' } }]);
    const machines = await ask('?by=machine-model');
    expect(machines.groups.map(({ value }) => value).sort()).toEqual(['Workbook 0', 'Workbook 1']);
  });

  it('say how much of the fleet they speak of, and how fresh they are', async () => {
    const { coverage, freshness, from, to } = await ask('?by=model&from=2020-01-01');
    expect(coverage).toMatchObject({ share: 1, eventsWithoutExposure: 1, machineDays: 3403 * HEARD_DAYS });
    expect(coverage.countedFrom! > from && coverage.countedFrom! < to).toBe(true);
    expect(freshness.daysToCount).toBe(0);
    expect(Date.now() - Date.parse(freshness.countedAt!)).toBeLessThan(60_000);
  });

  it('leave out what a machine tells of the time before it was first heard from', async () => {
    const { pool } = api.database;
    await pool.query(`update machine set first_heard_at = now() where computer like 'pc A BAD-2 %'`);
    const { groups } = await ask('?by=model');
    expect(groups.find(({ model }) => model === 'A')!.events).toBe(1);
    await pool.query(`update machine set first_heard_at = now() - interval '200 days' where computer like 'pc A %'`);
  });

  it('refuse a dimension that there is not', async () => {
    const answer = await api.ask('GET', '/api/v1/rates?by=colour', { headers: { authorization } });
    expect([answer.status, answer.body.code]).toEqual([400, 'request-invalid']);
  });
});
