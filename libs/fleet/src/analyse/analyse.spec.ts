import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rest } from '@inpage/contracts';
import { type ByteSource } from '@inpage/dump';
import {
  crashRecord,
  dumpCorpus,
  EVENT_COLLECTORS,
  eventRecord,
  eventsOfStop,
  inventoryRecord,
  SECRET,
  toUtf16le,
  writeCollected,
  writeDumpX64,
  writeEvent,
  X64_PICTURE,
} from '@inpage/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.js';

const NOW = new Date('2026-11-22T08:00:00Z');
const STOPPED = new Date('2026-11-21T17:30:00Z');
const MINUTE = 60_000;
const before = (minutes: number): Date => new Date(STOPPED.getTime() - minutes * MINUTE);

const read = (input: Uint8Array | string, name?: string): rest.Analysis => {
  const analysis = analyse(typeof input === 'string' ? Buffer.from(input) : input, { name, now: NOW });
  expect(rest.analysis.strict().safeParse(analysis).error).toBeUndefined();
  return analysis;
};
const ndjson = (...records: object[]): string => records.map((record) => JSON.stringify(record)).join('\n');
const frame = (time: Date, recordId: number, computer = 'pc-bad-ssd') => ({ time, recordId, computer });

describe('a kernel dump', () => {
  it('is one stop of grade A, with its facts and the machine that it names', () => {
    const { input, stops } = read(dumpCorpus().get('x64 re-written')!, '112126-9843-01.dmp');
    expect(input).toMatchObject({ kind: 'dump', name: '112126-9843-01.dmp' });
    expect(stops).toMatchObject([
      {
        grade: 'A',
        stoppedAt: '2024-01-17T21:20:00.000Z',
        decode: { code: '0x0000007A', status: { name: 'STATUS_DEVICE_DATA_ERROR' } },
        verdict: { cause: 'media' },
        machine: { manufacturer: 'Dell Inc.', model: 'Vostro 3020 T', osBuild: '19041', architecture: 'x64' },
        dump: { storage: { recorded: 6 }, addressModule: 'vendor.sys' },
        sources: [{ kind: 'dump', where: null }],
      },
    ]);
  });

  it.each([...dumpCorpus()])('tells nobody’s name: %s', (_, bytes) => {
    expect(JSON.stringify(read(bytes))).not.toContain(SECRET);
  });

  it('keeps its stop when its time was never set', () => {
    const { stops, notKnown } = read(writeDumpX64({ systemTime: 0n }));
    expect(stops).toMatchObject([{ stoppedAt: null, stoppedAtPrecision: null, sources: [{ at: null }] }]);
    expect(notKnown).toContain('When the machine stopped is not told here.');
  });

  it('that was written without stopping tells of no stop, and says so', () => {
    const { stops, notKnown } = read(writeDumpX64({ flavour: 'K', attributes: 0x18 }));
    expect(stops).toEqual([]);
    expect(notKnown[0]).toMatch(/without stopping the machine/);
  });

  it('of any size costs only what is looked at', () => {
    const head = writeDumpX64({ flavour: 'K', dumpType: 5 });
    let touched = 0;
    const source: ByteSource = {
      size: 64 * 2 ** 30,
      slice: (offset, length) => {
        touched += length;
        return head.subarray(offset, offset + length);
      },
    };
    expect(analyse(source, { now: NOW })).toMatchObject({ input: { bytes: 64 * 2 ** 30 }, stops: [{ grade: 'A' }] });
    expect(touched).toBeLessThan(100_000);
  });
});

describe('events', () => {
  const stop = eventsOfStop('pc-bad-ssd', {
    stoppedAt: STOPPED,
    parameters: [0xfffff6fc40008070n, 0xffffffffc0000185n, 0x2454628c0n, 0xfffff8800100e000n],
  });
  const retried = eventRecord('pc-bad-ssd', 'disk-153', before(2), { disk: 0, lba: 0x1234n });
  const inventory = inventoryRecord('pc-bad-ssd', before(60));

  it('of one stop are one stop, with every place that speaks of it', () => {
    const { stops, input } = read(ndjson(...Object.values(stop)));
    expect(stops).toMatchObject([{ grade: 'B', computer: 'pc-bad-ssd', verdict: { cause: 'link' } }]);
    expect(stops[0]!.sources.map(({ kind, where }) => [kind, where])).toEqual([
      ['wer-1001', 'record 3'],
      ['kernel-power-41', 'record 2'],
      ['eventlog-6008', 'record 1'],
    ]);
    expect(input).toMatchObject({ kind: 'events', says: '3 Windows events or records of pc-bad-ssd.' });
  });

  it('of the disks before it lead up to it, and an inventory tells which disk it was', () => {
    const [one] = read(ndjson(inventory, retried, ...Object.values(stop))).stops;
    expect(one!.disk).toMatchObject({ model: expect.any(String), rule: expect.any(String) });
    expect(one!.title).toContain(` on ${one!.disk!.model}`);
    expect(one!.leadUp).toMatchObject([{ kind: 'io-retried', eventId: 153, recordId: null, disk: 'this-disk' }]);
    expect(one!.leadUp[0]!.secondsBefore).toBeGreaterThan(0);
    expect(one!.leadUp[0]!.says).toMatch(/\.$/);
  });

  it('say what stays open where there is neither inventory nor a storage event', () => {
    expect(read(ndjson(...Object.values(stop))).notKnown.join(' ')).toMatch(/Which disk it was.*wevtutil/);
    expect(read(ndjson(inventory, retried, ...Object.values(stop))).notKnown).toEqual([]);
  });

  it('of the disks without a stop are told on their own', () => {
    const { stops, events } = read(ndjson(retried));
    expect(stops).toEqual([]);
    expect(events).toMatchObject([{ kind: 'io-retried', computer: 'pc-bad-ssd', secondsBefore: null }]);
  });

  it('of several computers are kept apart, and what names none is left with none', () => {
    const other = eventsOfStop('pc-healthy', { stoppedAt: STOPPED });
    const { stops } = read(ndjson(...Object.values(stop), ...Object.values(other)));
    expect(stops.map(({ computer }) => computer).sort()).toEqual(['pc-bad-ssd', 'pc-healthy']);
    const { computer: _, ...nameless } = crashRecord('pc-healthy', before(600));
    const three = read(ndjson(...Object.values(stop), ...Object.values(other), nameless)).stops;
    expect(three.map(({ computer }) => computer)).toEqual(expect.arrayContaining([null]));
    expect(read(ndjson(...Object.values(stop), nameless)).stops.map(({ computer }) => computer)).toEqual([
      'pc-bad-ssd',
      'pc-bad-ssd',
    ]);
  });

  it('that stand in the file twice are told once', () => {
    const twice = [retried, ...Object.values(stop)];
    const once = read(ndjson(...twice));
    expect(read(ndjson(...twice, ...twice)).stops).toEqual(once.stops);
  });

  const XML = writeEvent('1001', { ...X64_PICTURE, ...frame(STOPPED, 7) }, 'wevtutil');
  it.each<[string, Uint8Array | string]>([
    ['wevtutil', XML],
    ['UTF-16 with a mark', toUtf16le(XML)],
    ['UTF-16 without one', toUtf16le(XML, { bom: false })],
    [
      'Event Viewer',
      `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>${writeEvent('1001', { ...X64_PICTURE, ...frame(STOPPED, 7) }, 'event-viewer')}</Events>`,
    ],
    ['its details, copied with their text', `Log Name:      System\nEvent ID:      1001\nEvent Xml:\n${XML}\n`],
    ...EVENT_COLLECTORS.map((one): [string, string] => [
      one,
      writeCollected('1001', { ...X64_PICTURE, ...frame(STOPPED, 7) }, one),
    ]),
    ['a record of ours', ndjson({ kind: 'event', computer: 'pc-bad-ssd', xml: XML })],
    ['a list of records', JSON.stringify([{ kind: 'event', computer: 'pc-bad-ssd', xml: XML }])],
  ])('come from %s', (_, input) => {
    expect(read(input).stops).toMatchObject([{ computer: 'pc-bad-ssd', decode: { code: '0x0000007A' } }]);
  });

  it('that are damaged are named, and the others are read', () => {
    const { stops, faults, input } = read(`${XML.replace('SystemTime', 'SystemTme')}\n${XML}`);
    expect(stops).toHaveLength(1);
    expect(faults).toEqual([{ where: 'event 1', detail: expect.stringContaining('TimeCreated') }]);
    expect(input.says).toContain('1 more could not be read');
  });

  it('are bounded in number, and the answer says so', () => {
    const cut = 'Only the first 20000 events of the file were read.';
    expect(read(`${XML}\n`.repeat(20_001)).notKnown).toContain(cut);
    const event = JSON.stringify(retried.event);
    const list = (count: number): string => `[${Array.from({ length: count }, () => event).join(',')}]`;
    expect(read(list(20_001)).notKnown).toContain(cut);
    expect(read(list(20_000)).notKnown).not.toContain(cut);
  });

  it('of a machine that does nothing but stop are bounded as well', () => {
    const stops = Array.from({ length: 700 }, (_, i) => crashRecord('pc-bad-ssd', before(60 * i)));
    const analysis = read(ndjson(...stops));
    expect(analysis.stops).toHaveLength(rest.ANALYSIS_LIMITS.stops);
    expect(analysis.notKnown.slice(0, 2)).toEqual([
      'Of 700 events that speak of stops only the newest 500 were read.',
      'Only the newest 64 of 500 stops are told.',
    ]);
    expect(analysis.stops[0]!.stoppedAt).toBe(STOPPED.toISOString());
  });
});

describe('a text', () => {
  it.each([
    [
      'WinDbg',
      'BugCheck 7A, {ffffe48724036a18, ffffffffc0000185, bcbcc860, fffff80ed8419ee4}',
      'windbg-summary',
      'link',
    ],
    ['a stop screen', '*** STOP: 0x0000007A (0xC0201754,0xC0000185,0x805D5B25,0x0456D860)', 'stop-screen', 'link'],
    [
      'an event 1001 in Chinese',
      '检测错误: 0x0000007a (0xffff840001612010, 0xffffffffc000009c, 0x1, 0xfffff801710a1981)。',
      'event-1001',
      'media',
    ],
  ])('of %s is a stop without a time', (_, text, kind, cause) => {
    const { input, stops } = read(text);
    expect(input.kind).toBe('text');
    expect(stops).toMatchObject([
      { grade: 'B', stoppedAt: null, verdict: { cause }, sources: [{ kind, where: 'line 1', at: null }] },
    ]);
  });

  it('begins like a dump and is none', () => {
    expect(
      read('PAGE_FAULT_IN_NONPAGED_AREA (50)\nArg1: ffffa00000001000\nArg2: 0\nArg3: 0\nArg4: 2').stops,
    ).toMatchObject([{ decode: { code: '0x00000050' } }]);
  });

  it('is found inside of JSON and HTML that hold no event', () => {
    const typed = 'STOP: 0x0000007A (0x1,0xC0000185,0x0,0x4)';
    expect(read(JSON.stringify({ note: typed })).stops).toHaveLength(1);
    expect(read(`<html><body><pre>${typed}</pre></body></html>`)).toMatchObject({ faults: [], stops: [{}] });
  });

  it('in an old code page keeps its numbers', () => {
    const text = Buffer.from('La comprobaci\xf3n de errores fue: 0x0000007a (0x1, 0xc0000185, 0x0, 0x4)', 'latin1');
    expect(read(text).stops).toHaveLength(1);
  });

  it('that names a stop without numbers says that they are missing', () => {
    const { stops, notKnown } = read('Stop code: KERNEL DATA INPAGE ERROR');
    expect(stops).toMatchObject([{ decode: { code: '0x0000007A' } }]);
    expect(notKnown).toContain('The four parameters are not told here. The event 1001 in the System log has them.');
  });

  it('of a long log is searched at both ends, and the line is that of the file', () => {
    const noise = '2026-01-01T00:00:00 In(05) vcpu-0 - nothing to see\n'.repeat(100_000);
    const { stops, notKnown } = read(`${noise}STOP: 0x0000007A (0x1,0xC0000185,0x0,0x4)\n`);
    expect(stops).toMatchObject([{ sources: [{ where: 'line 100001' }] }]);
    expect(notKnown[0]).toMatch(/^Only the first and the last 2 million characters/);
  });

  it('without a stop says so', () => {
    expect(read('My computer is slow since Tuesday.')).toMatchObject({
      input: { kind: 'text', says: 'Text in which no stop is told in any form that is known.' },
      stops: [],
    });
  });
});

describe('what is none of these', () => {
  it.each([
    ['a ZIP archive', 'PK\x03\x04\0\0', /ZIP archive; send the \.dmp file/],
    ['an event log', 'ElfFile\0\0\0', /export its events as XML.*wevtutil qe FILE\.evtx/],
    ['a dump of a program', 'MDMP\x93\xa7\0\0', /not of the kernel.*Minidump/],
    ['nothing', '', /empty/],
    ['noise', Buffer.from([1, 2, 3, 4, 250, 251, 0, 9]).toString('latin1'), /not a Windows kernel dump/],
  ])('%s is named, with what to do', (_, content, says) => {
    const { input, stops } = read(Buffer.from(content, 'latin1'));
    expect(input.kind).toBe('other');
    expect(input.says).toMatch(says);
    expect(stops).toEqual([]);
  });
});

describe('any bytes', () => {
  const answers = (input: Uint8Array) => {
    const analysis = analyse(input, { now: NOW });
    expect(rest.analysis.safeParse(analysis).error).toBeUndefined();
  };
  const corpus = [...dumpCorpus().values()];

  it('get an answer, whatever they are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 5000 }), answers));
  });

  it('get an answer as text', () => {
    const words = fc.constantFrom(
      '<Event',
      '>',
      '{',
      '"kind":"crash"',
      '[',
      ',',
      ']',
      '}',
      'STOP: ',
      '0x0000007A ',
      '(0x1',
      '"xml":',
      'BugCheck 7A, {',
      '\n',
      '"',
      '</Event>',
      '\\u0000',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 60 }), (parts) =>
        answers(Buffer.from(parts.join(''))),
      ),
    );
  });

  it('get an answer when they were a dump before', () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.constantFrom(...corpus), fc.array(change, { maxLength: 40 }), fc.nat(), (dump, changes, end) => {
        const bytes = Uint8Array.from(dump);
        for (const [at, value] of changes) bytes[at % 0x2000] = value;
        answers(bytes.subarray(0, Math.max(1, end % (bytes.length * 2))));
      }),
    );
  });

  it('get an answer as JSON of any shape', () => {
    const kind = fc.constantFrom('crash', 'inventory', 'dump', 'beat', 'event', 'other');
    const record = fc.tuple(kind, fc.jsonValue()).map(([name, rest]) => ({ ...(rest as object), kind: name }));
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (records) => answers(Buffer.from(JSON.stringify(records)))),
    );
  });
});

const SAMPLES = fileURLToPath(new URL('../../../../../shared/samples/events/', import.meta.url));
const files = existsSync(SAMPLES) ? readdirSync(SAMPLES).filter((name) => name.endsWith('.xml')) : [];

describe.skipIf(files.length === 0)('real events (skipped where the samples are not at hand)', () => {
  it.each(files.length === 0 ? ['none'] : files)('%s is read without a fault', (name) => {
    const { input, faults, stops, events } = read(readFileSync(SAMPLES + name));
    expect(input.kind).toBe('events');
    expect(faults).toEqual([]);
    expect(stops.length + events.length).toBeLessThanOrEqual(1);
  });
});
