import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CrashRecord } from '@inpage/contracts';
import { toUtf16le } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestUnderTest, type IngestUnderTest } from './ingest-under-test.fixture.js';

const SHARED = join(import.meta.dirname, '../../../../shared');
const SAMPLES = join(SHARED, 'samples/events');
const PAYLOADS = join(SHARED, 'samples/payloads');
const BUGCHECKS = join(SHARED, 'domain/data/real-bugchecks.json');
const ABSENT = 'skipped where the collection of real records is absent';

interface RealBugcheck {
  readonly id: string;
  readonly code: string;
  readonly p: readonly (string | null)[];
  readonly layout: string | null;
  readonly status: string | null;
}

/** What the collection calls otherwise than docs/bugchecks.md. */
const LAYOUTS: Record<string, string> = { 'NT (as 0x77)': 'NT', '77-B': '77-status' };

let ingest: IngestUnderTest;
beforeAll(async () => {
  ingest = await ingestUnderTest();
});
afterAll(() => ingest.drop());

const CRASHES = `
select m.computer, c.code::int as code, c.grade, c.records, c.layout, c.stopped_at from crash c join machine m on m.id = c.machine_id
 where m.computer !~ '^vector-' order by m.computer, c.stopped_at`;

describe.skipIf(!existsSync(SAMPLES))(`real events (${ABSENT})`, () => {
  const files = existsSync(SAMPLES) ? readdirSync(SAMPLES).filter((name) => name.endsWith('.xml')) : [];
  const xml = files.map((name) => readFileSync(join(SAMPLES, name), 'utf8'));

  it('are taken, all of them, as they lie there', async () => {
    for (const body of xml)
      expect(await ingest.receipts({ body, type: 'application/xml' })).toMatchObject({ accepted: 1, rejected: 0 });
  });

  it('are duplicates in one body, in UTF-16 and in gzip, with the receipts they had', async () => {
    for (const body of [xml.join('\n'), toUtf16le(xml.join('')) as never]) {
      expect(await ingest.receipts({ body, type: 'application/xml' })).toMatchObject({
        accepted: 0,
        duplicate: files.length,
        rejected: 0,
      });
    }
    const gzipped = {
      body: gzipSync(xml.join('\r\n')),
      type: 'application/xml',
      headers: { 'content-encoding': 'gzip' },
    };
    expect(await ingest.receipts(gzipped)).toMatchObject({ accepted: 0, duplicate: files.length });
  });

  it('become the crashes that they tell of', async () => {
    await ingest.digest();
    expect(await ingest.ask(CRASHES)).toEqual([
      // 6008 and 41 of one boot, two hours apart by a clock that was set in between: two stops, as far as their times tell.
      {
        computer: 'dc1.internal.greendale.edu',
        code: null,
        grade: 'D',
        records: 1,
        layout: 'none',
        stopped_at: new Date('2015-08-25T13:34:44.796Z'),
      },
      {
        computer: 'dc1.internal.greendale.edu',
        code: null,
        grade: 'D',
        records: 1,
        layout: 'none',
        stopped_at: new Date('2015-08-25T15:40:40.453Z'),
      },
      {
        computer: 'win-nbrjp24vchb',
        code: null,
        grade: 'D',
        records: 1,
        layout: 'none',
        stopped_at: new Date('2015-08-08T18:08:30.468Z'),
      },
      // The same stop in Kernel-Power 41 (65537, decimal) and in 1001 (0x00010001).
      {
        computer: 'wks-win764bitb.shieldbase.local',
        code: 0x10001,
        grade: 'B',
        records: 2,
        layout: 'none',
        stopped_at: new Date('2012-04-06T14:07:06.625Z'),
      },
      {
        computer: 'wks-win764bitb.shieldbase.local',
        code: null,
        grade: 'D',
        records: 1,
        layout: 'none',
        stopped_at: new Date('2012-04-06T19:11:29.968Z'),
      },
    ]);
  });
});

/**
 * What a collector takes from an event on its way, so that it makes another record of it. An event that is not listed is the same
 * record in any clothing. The real 1001 has no fraction of a second to lose.
 */
const LOSSES: readonly [event: RegExp, loses: string][] = [
  [/^otlp-\S+-namedonly.json (51|153)$/, 'the values without names, and the binary'],
  [/^es-bulk-winlogbeat.ndjson (41|51|153)$/, 'what is finer than a millisecond'],
  [/^fluentbit-\S+ (41|51|153)$/, 'what is finer than a second'],
  [/^vector-\S+ (51|153)$/, 'the binary'],
  [/^osquery-tls-log-/, 'the record id'],
];

describe.skipIf(!existsSync(PAYLOADS))(`real events in the clothing of collectors (${ABSENT})`, () => {
  const files = existsSync(PAYLOADS) ? readdirSync(PAYLOADS).filter((name) => name.endsWith('json')) : [];
  const originals = ['1001-bugcheck', '41-kernel-power', '51-disk', '153-disk'].map((name) => `real-${name}-01.xml`);
  const stops = () =>
    ingest.ask(`select m.computer, c.code::int as code, c.parameters, c.grade, c.layout, date_trunc('second', c.stopped_at) as stopped_at
                  from crash c join machine m on m.id = c.machine_id where m.computer !~ '^vector-' order by m.computer, c.stopped_at`);
  /** Record ids of the real events, by event id. */
  const known = new Map<string, string>();
  let before: unknown;
  const post = async (body: string, type: string) => {
    const { receipts } = await ingest.receipts({ body, type });
    return receipts.map((one) => (one.status === 'rejected' ? one.detail : one.id));
  };
  beforeAll(async () => {
    before = await stops();
    for (const file of originals) {
      const [id] = await post(readFileSync(join(SAMPLES, file), 'utf8'), 'application/xml');
      known.set(/\d+/.exec(file)![0], id!);
    }
  });

  it('are here', () => {
    expect(files.length).toBeGreaterThanOrEqual(36);
  });

  it.each(files)('are in %s, and the same records where nothing is lost', async (file) => {
    const type = file.endsWith('.ndjson') ? 'application/x-ndjson' : 'application/json';
    const ids = await post(readFileSync(join(PAYLOADS, file), 'utf8'), type);
    // Splunk's two lines are one event twice; `_bulk` has one of each kind.
    expect(ids).toHaveLength(file.startsWith('splunk-') ? 2 : file.startsWith('es-bulk') ? 4 : 1);
    for (const id of ids) {
      const [record] = await ingest.ask(
        `select r.event_id::text, r.machine_id = o.machine_id as whose from record r
           join record o on o.event_id = r.event_id and o.id = any($2) where r.id = $1`,
        [id, [...known.values()]],
      );
      expect(record).toMatchObject({ whose: true });
      const number = record!['event_id'] as string;
      const lossy = LOSSES.some(([event]) => event.test(`${file} ${number}`));
      expect(id === known.get(number), `${file} ${number}`).toBe(!lossy);
    }
  });

  it('change nothing of what the real ones told: the same stops at the same machines', async () => {
    await ingest.digest();
    expect(await stops()).toEqual(before);
    expect(before).toHaveLength(5);
  });
});

describe.skipIf(!existsSync(BUGCHECKS))(`real bugchecks (${ABSENT})`, () => {
  const vectors: RealBugcheck[] = existsSync(BUGCHECKS) ? JSON.parse(readFileSync(BUGCHECKS, 'utf8')) : [];

  it.each(vectors)('$id ends as $code, layout $layout, status $status', async ({ id, code, p, layout, status }) => {
    const parameters = p.map((value) => value ?? '0x0');
    const computer = `vector-${id}`;
    const record: CrashRecord = {
      kind: 'crash',
      computer,
      at: '2026-07-22T12:00:00Z',
      code: `0x${Number(code).toString(16)}`,
      parameters,
    };
    expect(await ingest.receipts({ body: record })).toMatchObject({ accepted: 1 });
    await ingest.digest();
    const [crash] = await ingest.ask(
      `select c.code::int as code, c.layout, c.status::float8 as status, c.decode, c.verdict from crash c join machine m on m.id = c.machine_id where m.computer = $1`,
      [computer],
    );
    expect(crash).toMatchObject({
      code: Number(code),
      layout: layout === null ? 'none' : (LAYOUTS[layout] ?? layout),
      status: status === null ? null : Number(status),
    });
    expect(crash!['decode'].parameters).toHaveLength(4);
    expect(crash!['verdict']).toMatchObject({ brokenRules: [] });
  });
});
