import type { DumpRecord } from '@inpage/contracts';
import { judgeStops, Replay, type ReplayOptions } from '@inpage/fleet';
import { CAST, crashRecord, eventRecord, eventsOfStop, INPAGE_STOP, inventoryRecord } from '@inpage/testing';
import { RULES } from '@inpage/triage';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digesting, type Digesting } from '../digest/digesting.fixture.js';
import { answersOfCrash, commentsOfCrash } from '../read/index.js';
import { PgRemarkStore } from '../write/pg-remark-store.js';
import { PgReplayStore } from './pg-replay-store.js';

const NOON = new Date('2026-07-22T12:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const at = (ms: number): Date => new Date(NOON.getTime() + ms);

/** Everything that digests write. */
const DERIVED = [
  ...['stop_evidence', 'disk_event', 'inventory', 'inventory_facts', 'inventory_disk', 'disk', 'attachment', 'crash'],
  ...['crash_group', 'group_day', 'group_week', 'group_block', 'group_machine', 'group_disk', 'group_day_facet'],
  ...['fleet_day', 'machine_crashes', 'disk_crashes', 'machine_month'],
];
const DICTIONARIES = ['disk_model', 'driver_stack'];

let world: Digesting;
let store: PgReplayStore;
let replay: Replay;
beforeAll(async () => {
  world = await digesting();
  store = new PgReplayStore(world.database);
  replay = new Replay(store);
  await world.ask(`insert into person (id, name, email) values ('alice', 'Alice', 'alice@example.com')`);
});
beforeEach(async () => {
  await world.clear();
  await world.ask('truncate answer, comment cascade');
  await sendFleet();
});
afterAll(() => world.drop());

/** Three machines with all that can happen to one, in chunks that mix them. */
async function sendFleet(): Promise<void> {
  const dump: DumpRecord = {
    ...{ kind: 'dump', computer: 'pc-bad-ssd', at: NOON.toISOString(), code: INPAGE_STOP.code },
    parameters: INPAGE_STOP.parameters.map((value) => `0x${value.toString(16)}`),
    facts: { kind: 'triage', complete: true, osBuild: 22_631, processName: 'svchost.exe' },
  };
  const names = Object.keys(CAST) as (keyof typeof CAST)[];
  await world.send(...names.map((name) => inventoryRecord(name, at(-DAY))));
  for (const [i, name] of names.entries()) {
    const parameters = [BigInt(i + 1), 0xffffffffc000009cn, 0n, 4096n] as const;
    const boot = eventsOfStop(name, { stoppedAt: at(-i * DAY) });
    const second = eventsOfStop(name, {
      stoppedAt: at(-(i + 2) * DAY),
      parameters: [...parameters],
      kernelPower: 'code',
    });
    const badBlock = eventRecord(name, 'disk-7', at(-i * DAY - MINUTE), { disk: 0, status: 0xc000009c, lba: 4096 });
    const crash = crashRecord(name, at(-(i + 2) * DAY), {
      source: 'reduced',
      parameters: parameters.map((p) => `0x${p.toString(16)}`),
    });
    await world.send(boot.lastAlive, badBlock, crash);
    await world.send(boot.kernelPower, boot.bugcheck, second.kernelPower, second.bugcheck);
  }
  await world.send(dump, eventRecord('pc-bad-ssd', '161', at(2 * MINUTE), { status: 0xc000000e }));
  await world.digestAll();
}

/** All derived rows. Numbers of dictionaries are told by their keys, because they depend on who came first. */
async function everything(): Promise<Record<string, unknown[]>> {
  const keys = new Map<string, string>();
  for (const table of DICTIONARIES)
    for (const { id, key } of await world.ask(`select id, key from ${table}`)) keys.set(`${table} ${id}`, key);
  const tables: Record<string, unknown[]> = {};
  for (const table of DERIVED) {
    const rows = (await world.ask(`select to_jsonb(t) as row from ${table} t`)).map(({ row }) => ({
      ...row,
      ...('model_id' in row && { model_id: keys.get(`disk_model ${row.model_id}`) }),
      ...('stack_id' in row && { stack_id: keys.get(`driver_stack ${row.stack_id}`) }),
    }));
    tables[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return tables;
}

const machines = () =>
  world.ask(
    'select id, manufacturer, model, os_build, arch, first_heard_at, last_heard_at, inventory_at from machine order by id',
  );
/** Of every table there is, derived or not. */
async function fingerprint(): Promise<string> {
  const tables = await world.ask(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`,
  );
  const one = tables.map(
    ({ relname }) =>
      `select '${relname}', md5(string_agg(t::text || t.ctid::text, ',' order by t.ctid)) as md5 from "${relname}" t`,
  );
  return JSON.stringify(await world.ask(`${one.join(' union all ')} order by 1`));
}
const truncateDerived = () => world.ask(`truncate ${[...DERIVED, ...DICTIONARIES].join(', ')} cascade`);
const fine = async (options: ReplayOptions = {}, by = replay) => {
  const outcome = await by.run(options);
  expect(outcome).toMatchObject({ unreadable: [], stopped: false, brokenRules: [] });
  expect(outcome.reconciled?.discrepancies ?? []).toEqual([]);
  return outcome;
};

describe('a replay', () => {
  it('rebuilds the same rows from the records alone', async () => {
    const before = [await everything(), await machines()];
    expect((before[0] as Record<string, unknown[]>)['crash']!.length).toBeGreaterThan(5);
    await truncateDerived();
    const { difference, readings } = await fine();
    expect([await everything(), await machines()]).toEqual(before);
    expect(difference.crashes).toMatchObject({ before: 0, born: difference.crashes.after });
    expect(readings).toMatchObject({ evidence: { changed: 0, removed: 0 }, diskEvents: { changed: 0, removed: 0 } });
    expect(readings!.evidence.added).toBeGreaterThan(10);
  });

  it.each([1, 3, 100])('changes nothing where nothing differs, in batches of %i', async (batch) => {
    const before = await everything();
    const { difference, readings, machines: judged } = await fine({ batch });
    expect(await everything()).toEqual(before);
    expect(judged).toBe(3);
    expect(difference.crashes).toMatchObject({ changed: 0, born: 0, gone: 0, same: difference.crashes.before });
    for (const rows of Object.values(readings!)) expect(rows).toEqual({ added: 0, changed: 0, removed: 0 });
  });

  it.each<[string, string]>([
    [
      'a record that was read otherwise',
      `update stop_evidence set code = 159, parameters = null where kind = 'wer-1001'`,
    ],
    [
      'a record that says nothing of a stop',
      `insert into stop_evidence (machine_id, record_id, kind, reported_at, received_at, code)
       select machine_id, record_id, 'wer-1001', observed_at, observed_at, 159 from inventory`,
    ],
    ['evidence that is missing', `delete from stop_evidence where kind = 'crash'`],
    [
      'storage events that are missing, and others',
      `update disk_event set kind = 'other', event = '{}' where disk_number = 0`,
    ],
    [
      'an event of a former reader',
      `insert into disk_event select machine_id, at - interval '1 minute', record_id, kind, 0, null, null, event, 0 from disk_event`,
    ],
    [
      'inventories that were read otherwise',
      `update inventory_disk set firmware = 'OLD', is_boot = false, stack_id = null`,
    ],
    [
      'a disk that is in no inventory any more',
      `update inventory_disk set disk_id = gen_random_uuid(), number = number + 7`,
    ],
    [
      'verdicts of another day',
      `update crash set cause = 'memory', confidence = 0.1, verdict = '{"reasons": []}', status = 5`,
    ],
    ['counts that are off', `update crash_group set crashes = crashes + 3`],
  ])('puts right %s', async (_what, plant) => {
    const before = await everything();
    await world.ask(plant);
    expect(await everything()).not.toEqual(before);
    await fine();
    expect(await everything()).toEqual(before);
  });

  it('is run again after it was killed or interrupted anywhere', async () => {
    const before = await everything();
    await world.ask(`update stop_evidence set code = 159 where kind = 'wer-1001'`);
    await world.ask(`update crash set cause = 'memory'`);
    for (let steps = 1; steps <= 9; steps += 2) {
      let left = steps;
      const killed = replay.run({
        batch: 1,
        onProgress: () => {
          if (--left === 0) throw new Error('killed');
        },
      });
      await expect(killed).rejects.toThrow('killed');
    }
    const interrupt = new AbortController();
    const outcome = await replay.run({ batch: 1, signal: interrupt.signal, onProgress: () => interrupt.abort() });
    expect(outcome).toMatchObject({ stopped: true, chunks: 1, machines: 0 });
    await fine({ batch: 1 });
    expect(await everything()).toEqual(before);
  });

  it('goes on while records arrive and are digested', async () => {
    const running = replay.run({ batch: 1 });
    const arriving = (async () => {
      for (let i = 0; i < 10; i++) {
        await world.send(
          crashRecord('pc-bad-ssd', at((i + 1) * DAY)),
          eventRecord('pc-bad-ssd', 'disk-7', at(i * DAY), { disk: 0, status: 0 }),
        );
        await world.digestAll();
      }
    })();
    await Promise.all([running, arriving]);
    const after = await everything();
    expect((await running).reconciled!.discrepancies).toEqual([]);
    await truncateDerived();
    await fine();
    expect(await everything()).toEqual(after);
  });

  it('keeps what was read of a chunk that is damaged, and says so', async () => {
    const before = await everything();
    await world.ask('alter table record_chunk disable trigger record_chunk_is_immutable');
    const [first, second] = await world.ask('select id::text from record_chunk order by id');
    await world.ask('update record_chunk set bodies = $2 where id = $1', [first!['id'], Buffer.from('no brotli')]);
    await world.ask('update record_chunk set ordinals = array_fill(99, array[cardinality(ordinals)]) where id = $1', [
      second!['id'],
    ]);
    await world.ask('alter table record_chunk enable trigger record_chunk_is_immutable');
    for (const dryRun of [true, false]) {
      const outcome = await replay.run({ dryRun });
      expect(outcome.unreadable.map(({ id }) => id)).toEqual([first!['id'], second!['id']]);
      expect(outcome.difference.crashes).toMatchObject({ changed: 0, born: 0, gone: 0 });
      for (const rows of Object.values(outcome.readings!)) expect(rows).toEqual({ added: 0, changed: 0, removed: 0 });
    }
    expect(await everything()).toEqual(before);
  });

  it('leaves crashes that are too old to be judged again', async () => {
    await world.ask(
      `insert into stop_evidence (machine_id, record_id, kind, reported_at, received_at, code)
       select m.id, gen_random_uuid(), 'wer-1001', $1::timestamptz + n * interval '1 microsecond', now(), 122
         from machine m, generate_series(1, 5000) as n where computer = 'pc-bad-ssd'`,
      [at(DAY)],
    );
    const kept = await world.ask('select id from crash order by id');
    const outcomes = [await replay.run({ judgeOnly: true, dryRun: true }), await replay.run({ judgeOnly: true })];
    for (const { difference } of outcomes) expect(difference.crashes).toMatchObject({ gone: 0, born: 1 });
    const now = (await world.ask('select id from crash')).map(({ id }) => id);
    expect(now).toEqual(expect.arrayContaining(kept.map(({ id }) => id)));
  }, 90_000);

  it('tells when counts do not agree', async () => {
    await world.ask(`insert into fleet_day (day, cause, crashes, machines) values ('2020-01-01', 'media', 3, 1)`);
    const { reconciled } = await replay.run({ judgeOnly: true });
    const { crashes } = reconciled!.after;
    expect(reconciled!.discrepancies).toEqual([
      { what: 'crashes counted in fleet_day', is: crashes + 3, shouldBe: crashes },
    ]);
  });
});

describe('a dry run', () => {
  const without = (rule: string) => {
    const rules = RULES.filter(({ id }) => id !== rule);
    expect(rules).toHaveLength(RULES.length - 1);
    return new Replay(store, (machine, events) => judgeStops(machine, events, rules));
  };

  it.each([true, false])('changes nothing, whatever there is to change (judge only: %s)', async (judgeOnly) => {
    await world.ask(`update stop_evidence set code = 159 where kind = 'wer-1001'`);
    await world.ask(`update inventory_disk set firmware = 'OLD'`);
    await world.ask(`update crash set cause = 'memory'`);
    const before = await fingerprint();
    await fine({ dryRun: true, judgeOnly, batch: 2 });
    expect(await fingerprint()).toBe(before);
  });

  it('finds no difference where there is none', async () => {
    const { difference, readings } = await fine({ dryRun: true });
    expect(difference.crashes).toMatchObject({
      same: difference.crashes.before,
      changed: 0,
      born: 0,
      gone: 0,
      renamed: 0,
    });
    expect([difference.causes, difference.changedGroups, difference.examples]).toEqual([[], [], []]);
    for (const rows of Object.values(readings!)) expect(rows).toEqual({ added: 0, changed: 0, removed: 0 });
  });

  it('shows what a rule set with one rule less says otherwise', async () => {
    const [heaviest] = await world.ask(
      `select verdict->'reasons'->0->>'rule' as rule from crash where code = 122 limit 1`,
    );
    const removed = heaviest!['rule'] as string;
    const { difference } = await fine({ dryRun: true, judgeOnly: true }, without(removed));
    expect(difference.crashes.changed).toBeGreaterThan(0);
    expect(difference.changes.reasons).toBe(difference.crashes.changed);
    const [example] = difference.examples;
    const rules = (side: 'before' | 'after') => example![side]!.reasons.map(({ rule }) => rule);
    expect([rules('before').includes(removed), rules('after').includes(removed)]).toEqual([true, false]);
  });

  it('shows what the replay after it does', async () => {
    await world.ask(`update stop_evidence set code = 159, parameters = null where kind = 'wer-1001'`);
    await world.ask(`delete from disk_event`);
    await world.ask(`update crash set cause = 'memory', status = null`);
    const dry = await fine({ dryRun: true });
    const real = await fine();
    expect(dry.difference).toEqual(real.difference);
    expect(dry.readings).toEqual(real.readings);
    expect(dry.difference.causes.every(({ from }) => from === 'memory')).toBe(true);
    expect(dry.difference.changes.decode).toBeGreaterThan(0);
    expect((await fine({ dryRun: true })).difference.crashes.changed).toBe(0);
  });
});

describe('a manual correction', () => {
  it('is untouched, and found at its crash although the crash has another id now', async () => {
    const remarks = new PgRemarkStore(world.database);
    const before = await everything();
    const [strongest] = await world.ask(
      `select c.id, c.machine_id, e.record_id from crash c join stop_evidence e on e.crash_id = c.id and e.record_id <> c.id where c.records > 2 limit 1`,
    );
    const former = strongest!['record_id'] as string;
    await world.ask('update crash set id = $2 where id = $1', [strongest!['id'], former]);
    await world.ask('update stop_evidence set crash_id = $2 where crash_id = $1', [strongest!['id'], former]);
    const subject = { kind: 'crash' as const, machineId: strongest!['machine_id'], recordId: former };
    const words = { title: 'A stop', family: 'inpage', status: null, model: null };
    await remarks.addComment({ subject, words, author: 'alice', text: 'It was the cable.' });
    const said = { cause: 'media' as const, confidence: 0.5, triageVersion: 1 };
    await remarks.addAnswer({ subject, words, author: 'alice', right: 'wrong', cause: 'link', note: null, said });
    const kept = () => world.ask('select to_jsonb(a) as row from answer a union all select to_jsonb(c) from comment c');
    const people = await kept();

    const { difference } = await fine();

    expect(difference.crashes.renamed).toBe(1);
    expect(await everything()).toEqual(before);
    expect(await kept()).toEqual(people);
    for (const id of [strongest!['id'], former]) {
      expect(await world.database.rows(answersOfCrash, { id, limit: 9 })).toMatchObject([
        { verdict: 'wrong', cause: 'link' },
      ]);
      expect(await world.database.rows(commentsOfCrash, { id, limit: 9 })).toMatchObject([
        { text: 'It was the cable.' },
      ]);
    }
  });
});
