import type { InpageRecord } from '@inpage/contracts';
import { crashesOf, readChunk } from '@inpage/fleet';
import { beatRecord, CAST, crashRecord, eventsOfStop, inventoryRecord, type Parameters4 } from '@inpage/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digesting, type Derived, type Digesting } from './digesting.fixture.js';

const NOON = new Date('2026-07-22T12:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const later = (ms: number): Date => new Date(NOON.getTime() + ms);
const EARLIER_INVENTORY = inventoryRecord('pc-bad-ssd', later(-30 * DAY));

/** Everything that one stop of pc-bad-ssd leaves behind: a dump that the agent read, and what Windows writes at the next boot. */
const boot = eventsOfStop('pc-bad-ssd', { stoppedAt: NOON });
const dump = crashRecord('pc-bad-ssd', NOON, { source: 'dump' });
const stopRecords = [dump, boot.lastAlive, boot.kernelPower, boot.bugcheck];

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}

function signal() {
  let give!: () => void;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

/** Text without any pattern, three bytes a character. */
const foreign = (seed: number, length: number): string =>
  Array.from({ length }, (_, i) =>
    String.fromCodePoint(0x4e00 + ((seed * 7919 + i * i * 104_729 + i * 31) % 20_000)),
  ).join('');

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

describe('the records of one stop', () => {
  it('become one crash in one group, whatever order they arrive and are digested in', async () => {
    let expected: Derived | undefined;
    for (const order of permutations(stopRecords)) {
      await world.clear();
      const derived = await sendAndDigest([EARLIER_INVENTORY], ...order.map((record) => [record]));
      expected ??= derived;
      expect(derived).toEqual(expected);
    }
    expect(expected!.crash).toMatchObject([
      {
        grade: 'A',
        code: '122',
        status: '3221225486',
        stopped_at: NOON,
        stopped_at_precision: 'exact',
        records: 4,
        model: 'samsung ssd 870 evo 1tb',
        stack: 'partmgr > disk > storahci',
      },
    ]);
    expect(expected!.group).toMatchObject([
      {
        crashes: 1,
        machines: 1,
        disks: 1,
        title: 'KERNEL_DATA_INPAGE_ERROR, STATUS_NO_SUCH_DEVICE on Samsung SSD 870 EVO 1TB',
      },
    ]);
    expect(new Set(expected!.evidence.map((e) => e['crash_id']))).toEqual(new Set([expected!.crash[0]!['id']]));
  });

  it('become the same crash in one chunk, in several, and in one digest of several chunks', async () => {
    const apart = await sendAndDigest([EARLIER_INVENTORY], ...stopRecords.map((record) => [record]));
    await world.clear();
    const together = await sendAndDigest([EARLIER_INVENTORY, ...stopRecords]);
    await world.clear();
    await world.send(EARLIER_INVENTORY);
    for (const record of stopRecords) await world.send(record);
    expect(await world.digestAll()).toHaveLength(1);
    expect([together, await world.derived()]).toEqual([apart, apart]);
  });

  it('are one crash from the first of them on', async () => {
    for (const record of stopRecords.reverse()) {
      const { crash, group, fleetDay } = await sendAndDigest([record]);
      expect([crash.length, group.length, fleetDay.length]).toEqual([1, 1, 1]);
    }
  });
});

describe('a crash before its inventory', () => {
  it('is grouped under an unknown disk, and moves when the inventory comes', async () => {
    const before = await sendAndDigest([boot.bugcheck]);
    expect(before.group).toMatchObject([
      { title: 'KERNEL_DATA_INPAGE_ERROR, STATUS_NO_SUCH_DEVICE on an unknown disk', crashes: 1, disks: 0 },
    ]);
    const after = await sendAndDigest([EARLIER_INVENTORY]);
    expect(after.group).toMatchObject([
      { title: 'KERNEL_DATA_INPAGE_ERROR, STATUS_NO_SUCH_DEVICE on Samsung SSD 870 EVO 1TB', crashes: 1, disks: 1 },
    ]);
    expect(after.group[0]!['id']).not.toBe(before.group[0]!['id']);
    for (const cells of [after.groupDay, after.groupWeek, after.groupMachine, after.groupDisk]) {
      expect(cells).toMatchObject([{ group_id: after.group[0]!['id'], crashes: 1 }]);
    }
  });

  it('ends up as if the inventory had come first', async () => {
    const after = await sendAndDigest([dump], [boot.bugcheck], [EARLIER_INVENTORY]);
    await world.clear();
    expect(after).toEqual(await sendAndDigest([EARLIER_INVENTORY], [dump], [boot.bugcheck]));
  });
});

describe('an inventory that moves', () => {
  const NEW_DISK = { ...CAST['pc-bad-ssd'].disks[0]!, serial: 'S5Y2NJ0R999999', model: 'CT1000MX500SSD1' };

  it('gives each crash the disk that was in the PC at its time', async () => {
    const swapped = inventoryRecord('pc-bad-ssd', later(DAY), { disks: [NEW_DISK] });
    const second = crashRecord('pc-bad-ssd', later(2 * DAY), { parameters: ['0x1', '0xc000000e', '0x3', '0x4'] });
    const { crash, attachment } = await sendAndDigest([EARLIER_INVENTORY], [dump, second], [swapped]);
    expect(crash.map((one) => one['model']).sort()).toEqual(['ct1000mx500ssd1', 'samsung ssd 870 evo 1tb']);
    expect(attachment).toHaveLength(2);
  });

  it('may come in any order: the latest says what the disk and the machine are now', async () => {
    const [old, middle, newest] = [
      inventoryRecord('pc-bad-ssd', later(-3 * DAY), { machine: { osBuild: '1' } }),
      inventoryRecord('pc-bad-ssd', later(-2 * DAY), { machine: { osBuild: '2' } }),
      inventoryRecord('pc-bad-ssd', later(-DAY), {
        machine: { osBuild: '3' },
        disks: [{ ...CAST['pc-bad-ssd'].disks[0]!, firmware: 'SVT02B6Q', port: 'Slot 2' }],
      }),
    ];
    for (const order of permutations([old, middle, newest])) {
      await world.clear();
      const { disk, attachment } = await sendAndDigest(...order.map((record) => [record]));
      expect(disk).toMatchObject([{ firmware: 'SVT02B6Q', first_seen_at: later(-3 * DAY), last_seen_at: later(-DAY) }]);
      expect(attachment).toMatchObject([{ port: 'Slot 2', first_seen_at: later(-3 * DAY), last_seen_at: later(-DAY) }]);
      expect(await world.ask('select os_build, inventory_at from machine')).toEqual([
        { os_build: '3', inventory_at: later(-DAY) },
      ]);
    }
  });

  it('moves a disk with a serial from PC to PC and keeps its crashes', async () => {
    const ssd = CAST['pc-bad-ssd'].disks[0]!;
    const moved = inventoryRecord('pc-healthy', later(DAY), { disks: [ssd] });
    const { disk, attachment, diskCrashes } = await sendAndDigest(
      [EARLIER_INVENTORY],
      [dump],
      [moved],
      [crashRecord('pc-healthy', later(2 * DAY))],
    );
    expect([disk.length, attachment.length]).toEqual([1, 2]);
    expect(diskCrashes).toMatchObject([{ crashes: 2 }]);
  });

  it('writes equal facts once', async () => {
    await sendAndDigest(
      Array.from({ length: 5 }, (_, i) => inventoryRecord('pc-healthy', later(i * DAY))),
      [inventoryRecord('pc-healthy', later(9 * DAY))],
    );
    expect(
      await world.ask(
        'select (select count(*)::int from inventory) as times, (select count(*)::int from inventory_facts) as facts, (select count(*)::int from inventory_disk) as disks',
      ),
    ).toEqual([{ times: 6, facts: 1, disks: 1 }]);
  });
});

describe('counters', () => {
  const parameters = (n: number): Parameters4 => [
    BigInt(Math.round(n)),
    0xffffffffc000000en,
    BigInt(Math.round(n)),
    0n,
  ];
  const stopOf = (computer: 'pc-bad-ssd' | 'pc-healthy', day: number): InpageRecord[] => {
    const told = eventsOfStop(computer, { stoppedAt: later(day * DAY), parameters: parameters(day * 10 + 100) });
    return [told.kernelPower, told.bugcheck];
  };

  it('stay as they are when everything is digested again', async () => {
    const before = await sendAndDigest(
      [EARLIER_INVENTORY],
      ...[0, 0.2, 1, 7, 30].map((day) => stopOf('pc-bad-ssd', day)),
      stopOf('pc-healthy', 1),
    );
    await world.forgetDigests();
    await world.digestAll();
    expect(await world.derived()).toEqual(before);
    expect(before.group.map((group) => group['crashes']).sort()).toEqual([1, 5]);
  });

  it('say the same after everything derived was dropped and rebuilt', async () => {
    const before = await sendAndDigest(
      [EARLIER_INVENTORY],
      [dump],
      ...[1, 2].map((day) => stopOf('pc-bad-ssd', day)),
      stopOf('pc-healthy', 1),
    );
    await world.ask(`truncate crash, crash_group, group_day, group_week, group_block, group_machine, group_disk, group_day_facet, fleet_day, machine_crashes, disk_crashes,
      stop_evidence, inventory, inventory_facts, inventory_disk, attachment, disk, disk_model, driver_stack cascade`);
    await world.forgetDigests();
    await world.digestAll();
    expect(await world.derived()).toEqual(before);
  });

  it('agree with a count over the crashes', async () => {
    const { group } = await sendAndDigest(
      [EARLIER_INVENTORY],
      ...[0, 1, 1.1, 8].map((day) => stopOf('pc-bad-ssd', day)),
      stopOf('pc-healthy', 8),
    );
    const counted =
      await world.ask(`select group_id as id, count(*)::int as crashes, count(distinct machine_id)::int as machines, count(distinct disk_id)::int as disks,
      min(stopped_at) as first_crash_at, max(stopped_at) as last_crash_at from crash group by group_id order by group_id`);
    expect(
      group.map(({ id, crashes, machines, disks, first_crash_at, last_crash_at }) => ({
        id,
        crashes,
        machines,
        disks,
        first_crash_at,
        last_crash_at,
      })),
    ).toEqual(counted);
    expect(await world.ask('select day::text, crashes, machines from fleet_day order by day')).toEqual(
      await world.ask(
        `select (stopped_at at time zone 'UTC')::date::text as day, count(*)::int as crashes, count(distinct machine_id)::int as machines from crash group by 1 order by 1`,
      ),
    );
  });

  it('count each version of a driver where it belongs', async () => {
    const { facet } = await sendAndDigest([
      inventoryRecord('pc-bad-ssd', later(-DAY), {
        disks: [
          {
            ...CAST['pc-bad-ssd'].disks[0]!,
            driverStack: [
              { name: '\\Driver\\', version: '9' },
              { name: 'disk', version: '2' },
            ],
          },
        ],
      }),
      dump,
    ]);
    expect(facet.filter((one) => one['facet'] === 'driver').map((one) => one['value'])).toEqual(['disk 2']);
  });
});

describe('digests at the same moment', () => {
  const machines = ['pc-healthy', 'pc-bad-ssd', 'pc-bad-ram'] as const;
  const disks = [CAST['pc-bad-ssd'].disks[0]!];

  it('count right what they count together: 60 crashes of 30 machines in one group', async () => {
    for (let n = 0; n < 30; n++) {
      const computer = `pc-${n}`;
      const over = { computer, disks: [{ ...disks[0]!, serial: `SERIAL${n}` }] };
      await world.send(inventoryRecord('pc-bad-ssd', later(-DAY), over), crashRecord('pc-bad-ssd', NOON, { computer }));
      await world.send(
        crashRecord('pc-bad-ssd', later(DAY), { computer, parameters: ['0x1', '0xc000000e', '0x3', '0x4'] }),
      );
    }
    await Promise.all([1, 2, 3, 4].map(() => world.digestAll()));
    const { group, fleetDay, groupDay } = await world.derived();
    expect(world.postponed).toEqual([]);
    expect(group).toMatchObject([{ crashes: 60, machines: 30, disks: 30 }]);
    expect(groupDay.map((day) => day['crashes'])).toEqual([30, 30]);
    expect(fleetDay.map((day) => [day['crashes'], day['machines']])).toEqual([
      [30, 30],
      [30, 30],
    ]);
  });

  it('count right what two groups share: one disk, one day', async () => {
    const inventories = (['pc-healthy', 'pc-bad-ssd'] as const).map((computer, i) =>
      inventoryRecord(computer, later(-DAY + i), { disks }),
    );
    await world.send(...inventories);
    await world.digestAll();
    const counted = signal();
    const mayCommit = signal();
    await world.send(crashRecord('pc-healthy', NOON));
    const first = world.store.transaction(async (transaction) => {
      const chunks = await transaction.takeChunks(1);
      const { evidence, heard } = readChunk(chunks[0]!);
      await transaction.lockMachines(heard, new Date());
      await transaction.saveEvidence(evidence);
      await transaction.saveCrashes(
        [...heard],
        (await transaction.loadMachines(heard)).flatMap((machine) => crashesOf(machine)),
      );
      await transaction.finish(chunks);
      counted.give();
      await mayCommit.given;
    });
    await counted.given;
    await world.send(crashRecord('pc-bad-ssd', NOON, { code: 0xef, parameters: ['0x1'] }));
    const second = world.digestAll();
    await new Promise((resolve) => setTimeout(resolve, 300));
    mayCommit.give();
    await Promise.all([first, second]);
    const { diskCrashes, fleetDay, group } = await world.derived();
    expect(world.postponed).toEqual([]);
    expect(group).toHaveLength(2);
    expect(diskCrashes).toMatchObject([{ crashes: 2 }]);
    expect(fleetDay.reduce((sum, day) => sum + Number(day['crashes']), 0)).toBe(2);
  });

  it('never lose a group: one empties it while the other puts a crash into it', async () => {
    for (const computer of machines) await world.send(crashRecord(computer, NOON));
    await world.digestAll();
    const rounds = machines.flatMap((computer) => [inventoryRecord(computer, later(-DAY), { disks })]);
    for (const record of rounds) await world.send(record);
    await Promise.all([world.digestAll(), world.digestAll(), world.digestAll()]);
    expect(
      await world.ask('select c.id from crash c left join crash_group g on g.id = c.group_id where g.id is null'),
    ).toEqual([]);
    expect((await world.derived()).group).toMatchObject([{ crashes: 3, machines: 3 }]);
  });

  it('never lose a group: the one that empties it has not committed yet', async () => {
    await world.send(crashRecord('pc-bad-ssd', NOON));
    await world.digestAll();
    const [one] = await world.ask('select machine_id from crash');
    const heard = new Set([one!['machine_id']]) as never;
    const emptied = signal();
    const mayCommit = signal();
    const emptying = world.store.transaction(async (transaction) => {
      await transaction.lockMachines(heard, new Date());
      const [machine] = await transaction.loadMachines(heard);
      const moved = crashesOf(machine!).map((crash) => ({
        ...crash,
        groupId: 'e0e0e0e0-0000-4000-8000-00000000cafe' as never,
        groupKey: 'elsewhere',
      }));
      await transaction.saveCrashes([one!['machine_id']], moved);
      emptied.give();
      await mayCommit.given;
    });
    await emptied.given;
    await world.send(crashRecord('pc-healthy', NOON));
    const filling = world.digestAll();
    await new Promise((resolve) => setTimeout(resolve, 200));
    mayCommit.give();
    await Promise.all([emptying, filling]);
    expect(
      await world.ask('select c.id from crash c left join crash_group g on g.id = c.group_id where g.id is null'),
    ).toEqual([]);
    expect(await world.ask('select crashes from crash_group order by key')).toEqual([{ crashes: 1 }, { crashes: 1 }]);
  });
});

describe('a chunk that cannot be digested', () => {
  const damage = (id: string) =>
    world
      .ask(`alter table record_chunk disable trigger record_chunk_is_immutable`)
      .then(() => world.ask(`update record_chunk set ordinals = array[99] where id = $1`, [id]));

  it('is postponed with its reason, and the others go on', async () => {
    const { digest, postponed } = world;
    await world.send(crashRecord('pc-bad-ssd', NOON));
    await world.send(crashRecord('pc-healthy', NOON));
    await world.send(crashRecord('pc-bad-ram', NOON));
    const [, poisoned] = await world.ask('select id::text from record_chunk order by id');
    await damage(poisoned!['id']);
    expect(await digest.run()).toMatchObject({ chunks: 2, crashes: 2 });
    expect(postponed.map(({ chunkId }) => chunkId)).toEqual([poisoned!['id']]);
    expect(
      await world.ask('select chunk_id::text, attempts, last_error, not_before > now() as later from digest_pending'),
    ).toEqual([
      {
        chunk_id: poisoned!['id'],
        attempts: 1,
        last_error: `Error: chunk ${poisoned!['id']}: there is no record at 99`,
        later: true,
      },
    ]);
    expect(await world.store.pending()).toBe(0);
    expect(await digest.run()).toMatchObject({ chunks: 0 });
  });

  it('is tried again, with growing pauses', async () => {
    await world.send(crashRecord('pc-bad-ssd', NOON));
    const [poisoned] = await world.ask('select id::text from record_chunk');
    await damage(poisoned!['id']);
    const pauses: number[] = [];
    for (let i = 0; i < 4; i++) {
      await world.ask('update digest_pending set not_before = now()');
      await world.digest.run();
      pauses.push(
        Number(
          (await world.ask('select round(extract(epoch from not_before - now())) as s from digest_pending'))[0]!['s'],
        ),
      );
    }
    expect(pauses).toEqual([1, 2, 4, 8]);
  });
});

describe('records that say odd things', () => {
  it.each<[string, InpageRecord[]]>([
    [
      'NUL and half a surrogate pair in every text',
      [
        {
          ...inventoryRecord('pc-bad-ssd', later(-DAY)),
          machine: { manufacturer: 'a\0b', model: '\ud800', osBuild: '\0' },
          disks: [
            {
              number: 0,
              model: 'Sam\0sung\udfff',
              serial: '\ud800x',
              firmware: '\0',
              port: '\ud800\0',
              driverStack: [{ name: '\udc00disk\0', version: '\0\ud800' }],
            },
          ],
        },
        crashRecord('pc-bad-ssd', NOON, {
          reportId: '\0\ud800',
          disk: { model: '\0', serial: '\ud800' },
          driverStack: [{ name: '\ud800', version: '\0' }],
        }),
      ],
    ],
    [
      'the first and the last moment there is',
      ['1601-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'].map((at) => crashRecord('pc-bad-ssd', NOON, { at })),
    ],
    [
      'inventories of such moments',
      ['1601-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'].map((at) => inventoryRecord('pc-bad-ssd', NOON, { at })),
    ],
    [
      'the largest of everything',
      [
        inventoryRecord('pc-bad-ssd', later(-DAY), {
          disks: Array.from({ length: 64 }, (_, number) => ({
            number: 65_535 - number,
            model: 'M'.repeat(256),
            serial: 'S'.repeat(128),
            busType: 255,
            mediaType: 255,
            sizeBytes: Number.MAX_SAFE_INTEGER,
            port: 'P'.repeat(256),
            driverStack: Array.from({ length: 32 }, (_driver, i) => ({
              name: `driver${i}`.padEnd(256, 'x'),
              version: 'v'.repeat(64),
            })),
          })),
        }),
        crashRecord('pc-bad-ssd', NOON, {
          code: 0xffff_ffff,
          parameters: Array(4).fill('0xffffffffffffffff') as string[],
        }),
      ],
    ],
    [
      'the longest names, in a script that no index can shorten',
      [
        inventoryRecord('pc-bad-ssd', later(-DAY), {
          disks: [
            {
              number: 0,
              model: foreign(0, 256),
              driverStack: Array.from({ length: 32 }, (_, i) => ({
                name: foreign(i + 1, 256),
                version: foreign(i, 64),
              })),
            },
          ],
        }),
        crashRecord('pc-bad-ssd', NOON, {
          driverStack: Array.from({ length: 7 }, (_, i) => ({ name: foreign(i + 50, 64) })),
        }),
      ],
    ],
    [
      'no disks at all',
      [
        inventoryRecord('pc-bad-ssd', later(-DAY), { disks: [] }),
        crashRecord('pc-bad-ssd', NOON, { code: 0, parameters: [] }),
      ],
    ],
    [
      'one disk twice, under two numbers',
      [
        inventoryRecord('pc-bad-ssd', later(-DAY), {
          disks: [0, 1].map((number) => ({ ...CAST['pc-bad-ssd'].disks[0]!, number })),
        }),
        crashRecord('pc-bad-ssd', NOON),
      ],
    ],
  ])('are digested all the same: %s', async (_what, records) => {
    const receipts = await world.send(...records);
    expect(receipts.map(({ status }) => status)).toEqual(records.map(() => 'accepted'));
    await world.digestAll();
    expect(world.postponed).toEqual([]);
    expect(await world.store.pending()).toBe(0);
  });

  it('by a clock that is weeks off, up to the edges of the calendar', async () => {
    const skews = [2_147_483_647, -2_147_483_647];
    const machine = (
      await world.ask(
        `insert into machine (id, computer, first_heard_at, last_heard_at) values (gen_random_uuid(), 'pc-bad-ssd', now(), now()) returning id`,
      )
    )[0]!['id'];
    await world.send(
      crashRecord('pc-bad-ssd', NOON, { at: '9999-12-31T23:59:59Z' }),
      inventoryRecord('pc-bad-ssd', NOON, { at: '9999-12-31T23:59:59Z' }),
    );
    await world.send(crashRecord('pc-bad-ssd', NOON, { at: '1601-01-01T00:00:00Z' }));
    await world.ask('alter table record_chunk disable trigger record_chunk_is_immutable');
    const chunks = await world.ask('select id, cardinality(clock_skews_ms) as n from record_chunk order by id');
    for (const [i, { id, n }] of chunks.entries())
      await world.ask('update record_chunk set clock_skews_ms = array_fill($2::int, array[$3::int]) where id = $1', [
        id,
        skews[i],
        n,
      ]);
    await world.digestAll();
    expect(world.postponed).toEqual([]);
    expect(await world.ask('select count(*)::int as n from crash where machine_id = $1', [machine])).toEqual([
      { n: 2 },
    ]);
  });
});

describe('what a digest notes of a machine', () => {
  it('is when it was heard of, from a beat too', async () => {
    await world.send(beatRecord('pc-healthy', NOON));
    await world.ask(`update machine set last_heard_at = '2020-01-01', first_heard_at = '2020-01-01'`);
    await world.digestAll();
    const [machine] = await world.ask(
      `select last_heard_at > now() - interval '1 minute' as now, first_heard_at from machine`,
    );
    expect(machine).toEqual({ now: true, first_heard_at: new Date('2020-01-01') });
    expect((await world.derived()).crash).toEqual([]);
  });
});

describe('a machine with more evidence than one digest looks at', () => {
  it('keeps what was derived of its oldest stops', async () => {
    const old = Array.from({ length: 20 }, (_, i) =>
      crashRecord('pc-bad-ssd', later(-(i + 1) * DAY), { parameters: [`0x${i + 1}`] }),
    );
    await world.send(...old);
    await world.digestAll();
    await world.ask(
      `insert into stop_evidence (machine_id, record_id, kind, reported_at, received_at, code)
      select m.id, gen_random_uuid(), 'wer-1001', $1::timestamptz + n * interval '1 microsecond', now(), 122 from machine m, generate_series(1, 5000) as n`,
      [NOON],
    );
    await world.send(crashRecord('pc-bad-ssd', NOON));
    await world.digestAll();
    expect(await world.ask('select count(*)::int as crashes, max(records) as records from crash')).toEqual([
      { crashes: 21, records: 5000 },
    ]);
    expect(await world.ask('select sum(crashes)::int as n from group_day')).toEqual([{ n: 21 }]);
  });
});
