import type { DumpRecord, InpageRecord } from '@inpage/contracts';
import { CAST, crashRecord, eventRecord, eventsOfStop, INPAGE_STOP, inventoryRecord } from '@inpage/testing';
import type { CrashLeadUp } from '../read/stored.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digesting, type Derived, type Digesting } from './digesting.fixture.js';

const NOON = new Date('2026-07-22T12:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (ms: number): Date => new Date(NOON.getTime() + ms);

const SSD = CAST['pc-bad-ssd'].disks[0]!;
const USB_DISK = { number: 1, model: 'WD Elements 2621', serial: 'WX11A00000', busType: 7 };
const inventory = inventoryRecord('pc-bad-ssd', at(-HOUR), { disks: [SSD, USB_DISK] });
const boot = eventsOfStop('pc-bad-ssd', { stoppedAt: NOON });
const badBlock = (ms: number) =>
  eventRecord('pc-bad-ssd', 'disk-7', at(ms), { disk: 0, status: 0xc000009c, lba: 4096 });
const pagingError = (ms: number, disk: number) =>
  eventRecord('pc-bad-ssd', 'disk-51', at(ms), { disk, status: 0xc000009c, lba: 8192 });
const noDump = eventRecord('pc-bad-ssd', '161', at(2 * MINUTE), { status: 0xc000000e });
const dump: DumpRecord = {
  kind: 'dump',
  computer: 'pc-bad-ssd',
  at: NOON.toISOString(),
  code: INPAGE_STOP.code,
  parameters: INPAGE_STOP.parameters.map((value) => `0x${value.toString(16)}`),
  facts: { kind: 'triage', complete: true, osBuild: 22_631, processName: 'svchost.exe' },
};

let world: Digesting;
beforeAll(async () => {
  world = await digesting();
});
beforeEach(() => world.clear());
afterAll(() => world.drop());

const sendAndDigest = async (...chunks: readonly InpageRecord[][]): Promise<Derived> => {
  for (const records of chunks) {
    await world.send(...records);
    await world.digestAll();
  }
  return world.derived();
};
const verdicts = () => world.ask(`select verdict, decode, disk_rule, triage_version from crash order by id`);
const rulesOf = async () =>
  (await verdicts()).map(({ verdict }) => verdict.reasons.map((one: { rule: string }) => one.rule));

describe('a storage event that comes after its crash was judged', () => {
  it('changes the verdict', async () => {
    await sendAndDigest([inventoryRecord('pc-bad-ssd', at(-HOUR))], [boot.bugcheck]);
    expect((await rulesOf())[0]).not.toContain('lead-up/bad-blocks');
    const { crash } = await sendAndDigest([badBlock(MINUTE / 2)], [badBlock(-MINUTE)]);
    expect((await rulesOf())[0]).toContain('lead-up/bad-blocks');
    expect(crash).toMatchObject([{ lead_up: { cut: false, 'this-disk': { length: 2 }, 'unknown-disk': [] } }]);
  });

  it('moves the crash to the disk that it names, and every count with it', async () => {
    const before = await sendAndDigest([inventory], [boot.bugcheck]);
    const after = await sendAndDigest([pagingError(2 * MINUTE + 20 * SECOND, 1)]);
    expect([before.crash[0]!['disk_rule'], after.crash[0]!['disk_rule']]).toEqual(['boot-disk', 'named-by-event']);
    expect(after.crash).toMatchObject([{ model: 'wd elements 2621' }]);
    expect(after.diskCrashes).toHaveLength(1);
    for (const cells of [after.group, after.groupDay, after.groupDisk, after.groupMachine])
      expect(cells).toMatchObject([{ crashes: 1 }]);
    expect(after.group[0]!['id']).not.toBe(before.group[0]!['id']);
  });

  it('leads to the same as if it had come first, and so does a second digest of everything', async () => {
    const records = [
      inventory,
      dump,
      boot.lastAlive,
      boot.kernelPower,
      boot.bugcheck,
      noDump,
      badBlock(-5 * MINUTE),
      pagingError(-MINUTE, 0),
    ];
    const everything = async () => ({ ...(await world.derived()), verdicts: await verdicts() });
    await sendAndDigest(records);
    const together = await everything();
    await world.forgetDigests();
    await world.digestAll();
    expect(await everything()).toEqual(together);
    for (const order of [records.toReversed(), [...records.slice(3), ...records.slice(0, 3)]]) {
      await world.clear();
      await sendAndDigest(...order.map((record) => [record]));
      expect(await everything()).toEqual(together);
    }
    expect(together.crash).toMatchObject([{ grade: 'A', records: 5, stopped_at: NOON, disk_rule: 'named-by-event' }]);
    expect(await world.ask('select kind from disk_event order by at')).toMatchObject([
      { kind: 'bad-block' },
      { kind: 'paging-error' },
      { kind: 'dump-write-failed' },
    ]);
  });
});

describe('storage events that can change nothing', () => {
  const judged = async (): Promise<number> => (await world.digestAll()).reduce((sum, { crashes }) => sum + crashes, 0);

  it('are kept, and cost a machine without stops no more than that', async () => {
    await world.send(inventoryRecord('pc-healthy', at(-HOUR)));
    await world.digestAll();
    await world.send(eventRecord('pc-healthy', 'disk-7', NOON, { disk: 0, status: 0 }));
    expect(await judged()).toBe(0);
    expect(await world.ask('select count(*)::int as n from disk_event')).toEqual([{ n: 1 }]);
  });

  it('judge no crash again where they lie far from any stop, or came before', async () => {
    await sendAndDigest([inventory], [boot.bugcheck, badBlock(-MINUTE)]);
    await world.send(badBlock(9 * DAY));
    expect(await judged()).toBe(0);
    await world.send(badBlock(-9 * DAY), badBlock(-MINUTE));
    expect(await judged()).toBe(0);
    await world.send(badBlock(-2 * MINUTE));
    expect(await judged()).toBe(1);
  });

  it('are found near a stop by a clock that was right', async () => {
    const machine = (await sendAndDigest([inventory], [crashRecord('pc-bad-ssd', NOON)])).crash[0]!['machine_id'];
    await world.ask('update stop_evidence set clock_skew_ms = 20 * 86400 * 1000 where machine_id = $1', [machine]);
    await world.send(badBlock(-MINUTE));
    expect(await judged()).toBe(0);
    await world.send(badBlock(20 * DAY - MINUTE));
    expect(await judged()).toBe(1);
  });
});

describe('a dump record', () => {
  it('is evidence with the facts of the dump, and one crash with the events of the next start', async () => {
    const { crash } = await sendAndDigest([boot.bugcheck, noDump], [dump]);
    expect(crash).toMatchObject([{ grade: 'A', records: 3, stopped_at_precision: 'exact' }]);
    expect(await world.ask(`select kind, source, dump from stop_evidence where dump is not null`)).toEqual([
      { kind: 'crash', source: 'dump', dump: dump.facts },
    ]);
  });
});

describe('volmgr 161 alone', () => {
  it('is a stop, and the storage event that speaks of it', async () => {
    const { crash } = await sendAndDigest([noDump]);
    expect(crash).toMatchObject([{ grade: 'D', lead_up: { 'unknown-disk': { length: 1 } } }]);
  });
});

describe('a machine in a storm', () => {
  it('has the events nearest to its stop looked at, however many there are', async () => {
    await sendAndDigest([inventoryRecord('pc-bad-ssd', at(-HOUR))], [boot.bugcheck]);
    await world.ask(
      `insert into disk_event (machine_id, at, record_id, kind, event)
       select machine_id, $1::timestamptz - n * interval '1 second', gen_random_uuid(), 'io-retried',
         '{"kind": "io-retried", "provider": "disk", "eventId": 153, "atMs": 0, "diskNumber": 0}'
         from crash, generate_series(1, 20000) as n`,
      [NOON],
    );
    const { crash } = await sendAndDigest([badBlock(-MINUTE)]);
    expect(crash).toMatchObject([{ lead_up: { cut: true } }]);
    const looked = (crash[0]!['lead_up'] as CrashLeadUp)['this-disk'];
    const [oldest] = await world.ask('select min(at) as at from disk_event where record_id = any($1)', [looked]);
    expect(looked).toHaveLength(150);
    expect(oldest!['at'].getTime()).toBeGreaterThan(NOON.getTime() - 10 * MINUTE);
  });
});

describe('storage events that say odd things', () => {
  const named = (timeCreated: string, model: string): InpageRecord => ({
    kind: 'event',
    computer: 'pc-bad-ssd',
    event: {
      ...{ provider: 'Microsoft-Windows-StorPort', eventId: 549, timeCreated },
      data: [{ name: 'Model', value: model }],
    },
  });

  it.each(['1601-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'])(
    'are judged at the edge of the calendar: %s',
    async (time) => {
      const records = [crashRecord('pc-bad-ssd', NOON, { at: time }), named(time, 'Samsung')];
      expect((await world.send(...records)).map(({ status }) => status)).toEqual(['accepted', 'accepted']);
      await world.digestAll();
      expect(world.postponed).toEqual([]);
      expect((await world.derived()).crash).toHaveLength(1);
    },
  );

  it('are kept without what no text of PostgreSQL can hold, and cut to the length of a name', async () => {
    await sendAndDigest([named(NOON.toISOString(), `a\0b\ud800${'x'.repeat(60_000)}`)]);
    expect(world.postponed).toEqual([]);
    const [event] = await world.ask('select model, length(event::text) as chars from disk_event');
    expect(event!['model']).toMatch(/^a\ufffdb\ufffdx+$/);
    expect(event!['chars']).toBeLessThan(1_000);
  });
});
