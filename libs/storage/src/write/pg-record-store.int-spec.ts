import type { MachineId, RecordId } from '@inpage/core';
import type { RecordRow, Submission } from '@inpage/fleet';
import { testDatabase, type TestDatabase } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackBodies } from '../packed-bodies.js';
import { PgRecordStore } from './pg-record-store.js';

const MACHINE = 'bad55d00-0000-4000-8000-00000000cafe' as MachineId;
const NOON = Date.UTC(2026, 6, 22, 12);
let made = 0;
/** A record id in a costume. */
const fresh = (): RecordId => `4ec04d00-0000-8000-8000-${(++made).toString(16).padStart(12, '0')}` as RecordId;
const row = (over: Partial<RecordRow> = {}): RecordRow => ({
  machineId: MACHINE,
  id: fresh(),
  kind: 4,
  observedAtMs: NOON,
  place: 0,
  ...over,
});

/** One body with these records at their places. */
const submission = (rows: readonly RecordRow[], over: Partial<Submission> = {}): Submission => ({
  body: Buffer.from(rows.map(({ id }) => id).join()),
  bodyType: 2,
  places: rows.length,
  rows: rows.map((one, place) => ({ ...one, place })),
  clockSkewMs: undefined,
  ...over,
});

let test: TestDatabase;
let store: PgRecordStore;
beforeAll(async () => {
  test = await testDatabase();
  store = new PgRecordStore(test.database);
});
afterAll(() => test.drop());

const ask = async (text: string, values: unknown[] = []) => (await test.database.pool.query(text, values)).rows;
const stored = (id: string) => ask('select * , tableoid::regclass::text as "table" from record where id = $1', [id]);
const count = async (table: string) => (await ask(`select count(*)::int as n from ${table}`))[0].n as number;

describe('a commit', () => {
  it('keeps what was observed, the body as it came, and that a digest is due', async () => {
    const one = row({ kind: 1, eventId: 1001, provider: 'Microsoft-Windows-WER-SystemErrorReporting' });
    expect(await store.commit([submission([one], { clockSkewMs: -1234 })])).toEqual([[true]]);
    const [record] = await stored(one.id);
    expect(record).toMatchObject({
      machine_id: MACHINE,
      kind: 1,
      event_id: 1001,
      provider: one.provider,
      clock_skew_ms: -1234,
      ordinal: 0,
    });
    expect(record.observed_at).toEqual(new Date(NOON));
    const [chunk] = await ask(
      'select c.*, c.id::text from record_chunk c join digest_pending p on p.chunk_id = c.id where c.id = $1',
      [record.chunk_id],
    );
    expect(unpackBodies(chunk.bodies, chunk.body_lengths).toString()).toBe(one.id);
    expect(chunk).toMatchObject({
      body_types: [2],
      ordinals: [0],
      record_ids: [one.id],
      machine_ids: [MACHINE],
      clock_skews_ms: [-1234],
    });
  });

  it('keeps milliseconds exact, before 1970 and up to the year 9999', async () => {
    const times = [NOON + 1, NOON + 999, Date.UTC(1601, 0, 1, 0, 0, 0, 1), Date.UTC(9999, 11, 31, 23, 59, 59, 999), -1];
    const rows = times.map((observedAtMs) => row({ observedAtMs }));
    await store.commit([submission(rows)]);
    const kept = await Promise.all(rows.map(async ({ id }) => (await stored(id))[0].observed_at.getTime() as number));
    expect(kept).toEqual(times);
  });

  it('gives every submission of a group its own answers and its own places', async () => {
    const [a, b, c, d] = [row(), row(), row(), row()];
    const gaps = submission([b, c], {
      places: 5,
      rows: [
        { ...b, place: 1 },
        { ...c, place: 4 },
      ],
    });
    expect(await store.commit([submission([a]), gaps, submission([d])])).toEqual([[true], [true, true], [true]]);
    expect((await Promise.all([a, b, c, d].map(({ id }) => stored(id)))).map(([one]) => one.ordinal)).toEqual([
      0, 2, 5, 6,
    ]);
  });

  it('tells the skew that nobody measured from one of zero', async () => {
    const [unknown, zero] = [row(), row()];
    await store.commit([submission([unknown]), submission([zero], { clockSkewMs: 0 })]);
    expect([(await stored(unknown.id))[0].clock_skew_ms, (await stored(zero.id))[0].clock_skew_ms]).toEqual([null, 0]);
  });
});

describe('duplicates', () => {
  it('in one body: the first is new, the others are not', async () => {
    const one = row();
    expect(await store.commit([submission([one, one, row(), one])])).toEqual([[true, false, true, false]]);
  });

  it('in one group: the first body has it', async () => {
    const one = row();
    expect(await store.commit([submission([row(), one]), submission([one])])).toEqual([[true, true], [false]]);
  });

  it('in one group with gaps: each answer is that of its own place, not of its neighbour', async () => {
    const [known, a, b, c] = [row(), row(), row(), row()];
    await store.commit([submission([known])]);
    const gaps = submission([a, known], {
      places: 4,
      rows: [
        { ...a, place: 1 },
        { ...known, place: 3 },
      ],
    });
    const next = submission([b, known, c], {
      places: 6,
      rows: [
        { ...b, place: 0 },
        { ...known, place: 2 },
        { ...c, place: 5 },
      ],
    });
    expect(await store.commit([gaps, next])).toEqual([
      [true, false],
      [true, false, true],
    ]);
  });

  it('in two orders at once: nobody waits for somebody who waits for him', async () => {
    for (let round = 0; round < 3; round++) {
      const rows = Array.from({ length: 4000 }, () => row());
      const orders = Array.from({ length: 6 }, (_, i) => (i % 2 ? rows : [...rows].reverse()));
      const answers = await Promise.all(orders.map((order) => store.commit([submission(order)])));
      expect(answers.flat(2).filter(Boolean)).toHaveLength(rows.length);
    }
  });

  it('across commits: nothing is written, not even a chunk', async () => {
    const rows = [row(), row()];
    await store.commit([submission(rows)]);
    const before = [await count('record_chunk'), await count('digest_pending')];
    expect(await store.commit([submission(rows)])).toEqual([[false, false]]);
    expect([await count('record_chunk'), await count('digest_pending')]).toEqual(before);
  });

  it('are told apart by machine and time as well', async () => {
    const one = row();
    const elsewhere = { ...one, machineId: '5afe0000-0000-4000-8000-00000000cafe' as MachineId };
    expect(await store.commit([submission([one, elsewhere])])).toEqual([[true, true]]);
  });

  it('are new exactly once, whoever of twenty commits them at the same moment', async () => {
    const rows = Array.from({ length: 50 }, () => row());
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => store.commit([submission(i % 2 ? rows : [...rows].reverse())])),
    );
    const news = answers.map(([isNew], i) => (i % 2 ? isNew! : [...isNew!].reverse()));
    for (const place of rows.keys()) expect(news.filter((isNew) => isNew[place]).length).toBe(1);
  });
});

describe('months', () => {
  it('get their partition with their first record, also when many stores meet it at once', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => row({ observedAtMs: Date.UTC(2031, i, 1) }));
    const stores = Array.from({ length: 6 }, () => new PgRecordStore(test.database));
    await Promise.all(
      stores.map((one, i) => one.commit([submission(rows.map((r) => ({ ...r, id: i === 0 ? r.id : fresh() })))])),
    );
    const tables = (await Promise.all(rows.map(({ id }) => stored(id)))).map(([one]) => one.table as string);
    expect(tables).toEqual(rows.map((_, i) => `record_2031${String(i + 1).padStart(2, '0')}`));
  });

  it('begin and end in UTC', async () => {
    const [last, first] = [
      row({ observedAtMs: Date.UTC(2032, 0, 31, 23, 59, 59, 999) }),
      row({ observedAtMs: Date.UTC(2032, 1, 1) }),
    ];
    await store.commit([submission([last, first])]);
    expect([(await stored(last.id))[0].table, (await stored(first.id))[0].table]).toEqual([
      'record_203201',
      'record_203202',
    ]);
  });

  it.each([
    ['1601', Date.UTC(1601, 0, 1)],
    ['2009', Date.UTC(2009, 11, 31, 23, 59)],
    ['2050', Date.UTC(2050, 0, 1)],
    ['9999', Date.UTC(9999, 11, 31)],
  ])(
    'of the year %s, which no clock can mean, have none: their records lie in record_outside',
    async (_year, observedAtMs) => {
      const one = row({ observedAtMs });
      expect(await store.commit([submission([one])])).toEqual([[true]]);
      expect((await stored(one.id))[0].table).toBe('record_outside');
      expect(await store.commit([submission([one])])).toEqual([[false]]);
    },
  );
});

describe('what is written', () => {
  it.each([
    ['record', 'update record set kind = 2'],
    ['record', 'delete from record'],
    ['record_chunk', `update record_chunk set bodies = ''`],
  ])('cannot be changed in %s: %s', async (table, statement) => {
    await store.commit([submission([row()])]);
    const before = await count(table);
    await expect(test.database.pool.query(statement)).rejects.toMatchObject({
      code: '23001',
      message: 'a record is immutable',
    });
    expect(await count(table)).toBe(before);
  });
});

describe('weird text', () => {
  it.each([
    ['NUL', 'disk\0\0', 'disk'],
    ['half a surrogate pair', 'disk\ud800', 'disk\ufffd'],
    ['what ends an array or a text', '"},{\\"\'', '"},{\\"\''],
    ['the word null', 'NULL', 'NULL'],
    ['other planes', '💥磁碟', '💥磁碟'],
    ['line ends', 'a\r\nb\tc', 'a\r\nb\tc'],
    ['nothing', '', null],
  ])('is kept: %s', async (_what, provider, kept) => {
    const [one, neighbour] = [row({ kind: 1, eventId: 7, provider }), row({ provider: 'disk' })];
    expect(await store.commit([submission([one, neighbour])])).toEqual([[true, true]]);
    expect((await stored(one.id))[0].provider).toBe(kept);
  });
});

describe('ids of chunks', () => {
  it('are never given twice, by however many stores', async () => {
    const stores = Array.from({ length: 4 }, () => new PgRecordStore(test.database));
    const before = await count('record_chunk');
    await Promise.all(Array.from({ length: 100 }, (_, i) => stores[i % 4]!.commit([submission([row()])])));
    expect(await count('record_chunk')).toBe(before + 100);
  });
});
