import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiUnderTest, type ApiUnderTest } from './api-under-test.fixture.js';
import { daysAgo, IDS } from './fleet.fixture.js';

let api: ApiUnderTest;
let authorization: string;
beforeAll(async () => {
  api = await apiUnderTest();
  authorization = `Bearer ${await api.secretOf('api')}`;
});
afterAll(() => api.stop());

const get = async (path: string) => {
  const answer = await api.ask('GET', `/api/v1/${path}`, { headers: { authorization } });
  expect(answer.body).not.toHaveProperty('code', 'internal');
  return answer.body;
};
interface Item {
  id: string;
  crashes: number;
}
const ids = async (path: string): Promise<string[]> => (await get(path)).items.map(({ id }: Item) => id);

/** All pages of a list, by following nextCursor. */
async function walk(path: string): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | null = null;
  do {
    const page = await get(`${path}${cursor ? `&cursor=${cursor}` : ''}`);
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && all.length < 1000);
  return all;
}

describe('pages', () => {
  const sorts = ['crashes', 'last', 'first', 'machines'].flatMap((sort) =>
    ['asc', 'desc'].map((order) => [sort, order] as const),
  );

  it.each(sorts)('of groups by %s, %s, give each group once and in one order', async (sort, order) => {
    const path = `groups?sort=${sort}&order=${order}`;
    const paged = await walk(`${path}&limit=4`);
    expect(paged.map(({ id }) => id)).toEqual(await ids(`${path}&limit=100`));
    expect(new Set(paged.map(({ id }) => id)).size).toBe(25);
  });

  it('of groups by crashes are sorted by crashes, ties included', async () => {
    const crashes = (await walk('groups?sort=crashes&order=desc&limit=7')).map((group) => group.crashes);
    expect(crashes).toEqual([...crashes].sort((a, b) => b - a));
    expect(crashes[0]).toBe(25);
  });

  it.each([
    'machines?sort=computer',
    'machines?sort=crashes',
    'machines?sort=last-heard',
    'disks?q=contoso',
    `crashes?machine=${IDS.badSsd}&from=2020-01-01`,
  ])('of %s give each row once', async (path) => {
    const paged = (await walk(`${path}&limit=1`)).map(({ id }) => id);
    expect(paged).toEqual(await ids(`${path}&limit=100`));
    expect(new Set(paged).size).toBe(paged.length);
    expect(paged.length).toBeGreaterThan(1);
  });

  it('of the machines and crashes of a group give each row once', async () => {
    const machines = (await walk(`groups/${IDS.group(1)}/machines?limit=1`)) as unknown as {
      machine: { computer: string };
    }[];
    expect(machines.map(({ machine }) => machine.computer)).toEqual(['pc-bad-ssd', 'pc-bad-ram']);
    expect((await walk(`groups/${IDS.group(1)}/crashes?limit=1`)).map(({ id }) => id)).toEqual(
      [1, 4, 2, 3].map(IDS.crash),
    );
  });

  it('belong to their sorting and filters', async () => {
    const { nextCursor } = await get('groups?sort=crashes&limit=4');
    expect(await get(`groups?sort=last&limit=4&cursor=${nextCursor}`)).toMatchObject({ code: 'cursor-invalid' });
    expect(await get(`groups?cause=link&limit=4&cursor=${nextCursor}`)).toMatchObject({ code: 'cursor-invalid' });
    expect(await get(`machines?limit=4&cursor=${nextCursor}`)).toMatchObject({ code: 'cursor-invalid' });
    expect((await get(`groups?sort=crashes&limit=9&cursor=${nextCursor}`)).items).toHaveLength(9);
  });
});

describe('groups', () => {
  it.each([
    ['cause=link', 13],
    ['cause=link&cause=media', 25],
    ['status=0xC0000185', 13],
    ['status=none', 12],
    ['model=CONTOSO%20nv-1000', 13],
    ['model=unknown', 12],
    ['model=Nobody', 0],
    ['stack=disk%20%3E%20stornvme', 13],
    ['stack=unknown', 12],
    ['family=inpage', 25],
    ['family=bugcheck-0x9f', 0],
    ['q=error%2025', 1],
    ['q=%25', 0],
  ])('with %s are %i', async (filter, count) => expect(await ids(`groups?limit=100&${filter}`)).toHaveLength(count));

  it('count only what lies in the window, to the day', async () => {
    const day = (ago: number) => daysAgo(ago).toISOString().slice(0, 10);
    const ofDay = await get(`groups?from=${day(20)}&to=${day(19)}`);
    expect(ofDay.items.map(({ id, crashes }: Item) => [id, crashes])).toEqual([[IDS.group(20), 20]]);
    expect(await ids(`groups?from=${day(199)}&to=${day(100)}`)).toEqual([]);
    const year = await get(`groups?from=${day(364)}&to=${day(-1)}&limit=1`);
    expect(year.items[0]).toMatchObject({ id: IDS.group(25), crashes: 26, crashesTotal: 26 });
  });

  it('have a sparkline that adds up', async () => {
    const [first] = (await get('groups?limit=1')).items;
    expect(first.sparkline).toHaveLength(10);
    expect(first.sparkline.reduce((a: number, b: number) => a + b)).toBe(25);
  });

  it('have a page with names, texts and decoded parameters', async () => {
    expect(await get(`groups/${IDS.group(1)}`)).toMatchObject({
      bugcheckName: 'KERNEL_DATA_INPAGE_ERROR',
      status: { code: '0xC0000185', name: 'STATUS_IO_DEVICE_ERROR' },
      model: 'Contoso NV-1000',
      driverStack: ['disk', 'stornvme'],
      verdict: { cause: 'link', howToFix: 'Reseat the disk and its cable.' },
      decode: { code: '0x0000007A', layout: 'C', status: { code: '0xC0000185' } },
      facets: [{ facet: 'firmware', value: '1B2QEXM7', crashes: 1 }],
    });
  });

  it('have a point for every day of a window', async () => {
    const { points } = await get(`groups/${IDS.group(3)}/series`);
    expect(points).toHaveLength(90);
    expect(points.filter(({ crashes }: Item) => crashes > 0)).toEqual([
      { day: daysAgo(3).toISOString().slice(0, 10), crashes: 3 },
    ]);
  });
});

describe('a crash', () => {
  it.each([
    ['its own id', IDS.crash(2)],
    ['the id of any record that speaks of it', IDS.record(2)],
  ])('is found by %s', async (_, id) => {
    const crash = await get(`crashes/${id}`);
    expect(crash).toMatchObject({
      id: IDS.crash(2),
      machine: { computer: 'pc-bad-ssd' },
      code: '0x0000007A',
      disk: { serial: 'S4EV-01' },
    });
    expect(crash.evidence.map(({ recordId }: { recordId: string }) => recordId).sort()).toEqual(
      [IDS.crash(2), IDS.record(2)].sort(),
    );
    expect(crash.driverStack).toEqual([
      { name: 'disk', version: '10.0.1' },
      { name: 'stornvme', version: '10.0.2' },
    ]);
  });

  it.each([
    ['', [1, 4, 2]],
    [`&machine=${IDS.badRam}`, [4]],
    [`&disk=${IDS.disk}`, [1, 4, 2]],
    [`&disk=${IDS.disk}&machine=${IDS.badSsd}`, [1, 2]],
    [`&group=${IDS.group(1)}&from=2020-01-01`, [1, 4, 2, 3]],
    [`&group=${IDS.group(2)}`, []],
    ['&cause=media', []],
  ])('is listed newest first with %j', async (filter, wanted) => {
    expect(await ids(`crashes?limit=50${filter}`)).toEqual(wanted.map(IDS.crash));
  });
});

describe('machines and disks', () => {
  it('that never crashed come last, and are there', async () => {
    expect(await ids('machines?sort=crashes')).toEqual([IDS.badSsd, IDS.badRam, IDS.healthy]);
    expect(await ids('disks')).toEqual([IDS.disk, IDS.quietDisk]);
  });

  it('are found by a part of their name', async () => {
    expect(await ids('machines?q=BAD')).toEqual([IDS.badSsd, IDS.badRam]);
    expect(await ids('machines?sort=computer&q=pc-')).toEqual([IDS.badRam, IDS.badSsd, IDS.healthy]);
    expect(await ids('disks?q=s4ev-02&model=contoso%20NV-1000&firmware=1B2QEXM7')).toEqual([IDS.quietDisk]);
  });

  it('show each other', async () => {
    const attached = { machine: { computer: 'pc-bad-ssd' }, disk: { id: IDS.disk }, holdsPageFile: true, isBoot: true };
    expect(await get(`machines/${IDS.badSsd}`)).toMatchObject({ crashes: 3, disks: [attached] });
    expect(await get(`disks/${IDS.disk}`)).toMatchObject({ sizeBytes: 1_000_204_886_016, attachments: [attached] });
  });
});

describe('the overview', () => {
  it('says nothing of a window before when no crash is older than this one', async () => {
    const day = (ago: number) => daysAgo(ago).toISOString().slice(0, 10);
    expect(await get(`overview?from=${day(2000)}&to=${day(0)}`)).toMatchObject({ crashesBefore: null });
  });

  it('compares a window with the one before', async () => {
    expect(await get('overview')).toMatchObject({
      crashes: 2,
      crashesBefore: 1,
      machinesWithCrashes: 2,
      machines: 3,
      disks: 2,
      groups: 25,
      newGroups: 0,
      causes: [{ cause: 'link', crashes: 2 }],
      freshness: { lastRecordAt: null, pendingChunks: 0 },
    });
  });

  it('counts machines of a window that is over from its crashes', async () => {
    const day = (ago: number) => daysAgo(ago).toISOString().slice(0, 10);
    expect(await get(`overview?from=${day(130)}&to=${day(110)}`)).toMatchObject({ crashes: 1, machinesWithCrashes: 1 });
  });
});
