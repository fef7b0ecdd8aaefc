import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  diskEvent,
  readEvents,
  readEventXml,
  stopEvidence,
  type EventDatum,
  type WindowsEvent,
} from '@inpage/winevent';
import { describe, expect, it } from 'vitest';
import { EVENT_CLOTHINGS } from './event-clothing.js';
import { collectedBody, EVENT_COLLECTORS, writeCollected, type EventCollector } from './event-collectors.js';
import { EVENT_KINDS, type EventContent, type EventFacts, type EventFrame, type EventKind } from './event-kinds.js';

const FRAME: EventFrame = {
  time: new Date('2026-07-22T10:00:00.123Z'),
  ticks: 4567,
  recordId: 4711,
  computer: 'pc7.corp.example',
};
const PARAMETERS = [0xffffc1049a602ec0n, 0xffffffffc000000en, 0x2454628c0n, 0xfffff8053c2b0000n] as const;
const DISK = { disk: 1, model: 'Samsung SSD 980', firmware: '1B4QFXO7', serial: 'S649NL0R' };
const SENSE = { key: 3, asc: 0x11, ascq: 0 };

/** Facts of every kind that Inpage reads. */
const FACTS: { [K in EventKind]: EventFacts[K] } = {
  '1001': { code: 0x7a, parameters: PARAMETERS },
  '1000': { code: 0x7a, parameters: PARAMETERS },
  '41': { version: 10, code: 0x7a, parameters: PARAMETERS },
  '6008': { stoppedAt: new Date('2026-07-22T09:41:07.250Z') },
  '161': { status: 0xc0000001 },
  '46': {},
  '162': {},
  'disk-7': { disk: 1, status: 0xc000009c, lba: 77, sense: SENSE, bits: 32 },
  'disk-11': { disk: 1, status: 0, srbStatus: 5 },
  'disk-15': { disk: 1, status: 0xc00000a3 },
  'disk-51': { disk: 1, status: 0xc000000e, srbStatus: 8, lba: 6291568 },
  'disk-52': { disk: 1 },
  'disk-153': { disk: 1, lba: 0x1_0000_0000n },
  'disk-154': { disk: 1, lba: 9n, srbStatus: 4 },
  'disk-157': { disk: 1 },
  'port-129': { driver: 'stornvme', port: 2 },
  'port-11': { driver: 'iaStorAC', port: 0 },
  'ntfs-55': { drive: 'D:' },
  'ntfs-98': { drive: 'C:', volume: 4, state: 3 },
  'ntfs-140': { ...DISK, drive: 'C:', status: 0xc000000e },
  'stordiag-500': { ...DISK, status: 0xc000009d, lba: 0xffff_ffff_ffff_ffffn, bytes: 4096 },
  'stordiag-505': { ...DISK, status: 0xc0000185, srbStatus: 0x84, sense: [3, 17, 0], cdb: '28000060007000000800' },
  'storport-549': { ...DISK, driver: 'stornvme', port: 1, opcode: 0x28, srbStatus: 4, lba: 31n },
  'storport-551': { ...DISK, driver: 'stornvme', port: 1 },
  service: { service: 'Spooler', state: 'running' },
};
const KINDS = Object.keys(FACTS) as EventKind[];

/** What a collector takes from an event. Whatever is not listed comes through whole. */
interface Loss {
  binary?: true;
  /** Values without a name. */
  unnamed?: true;
  names?: true;
  /** Empty values, and those behind the last one that is not empty. */
  empties?: true;
  /** Values whose name is that of a field of the collector's own. */
  clashes?: readonly string[];
  recordId?: true;
  timeStepMs?: 1 | 1000;
}
const LOSSES: Record<EventCollector, Loss> = {
  'otlp-list': { names: true, binary: true },
  'otlp-named': { unnamed: true, binary: true },
  'otlp-datalist': {},
  'otlp-flat': {},
  'otlp-raw': {},
  winlogbeat: { empties: true, timeStepMs: 1 },
  'fluent-bit': { names: true, timeStepMs: 1000 },
  'fluent-bit-map': { timeStepMs: 1000 },
  'fluent-bit-xml': {},
  vector: { binary: true },
  'vector-xml': {},
  nxlog: { clashes: ['Version'] },
  osquery: { recordId: true },
  'splunk-hec': {},
  alloy: {},
};

const whole = (content: EventContent, frame: EventFrame): WindowsEvent => {
  const event = readEventXml(EVENT_CLOTHINGS.wevtutil(content, frame));
  if (!event.ok) throw new Error(event.error.detail);
  return event.value;
};
const collected = (body: string): WindowsEvent => {
  const events = [...readEvents(body)];
  if (events.length !== 1 || !events[0]!.ok) throw new Error(JSON.stringify(events));
  return events[0]!.value;
};

function remaining(data: readonly EventDatum[], loss: Loss): readonly EventDatum[] {
  const kept = data.filter(({ name = '' }) => !(loss.unnamed && name === '') && !loss.clashes?.includes(name));
  if (!loss.empties) return kept;
  const full = kept.filter(({ name, value }) => name === undefined || value !== '');
  return full.slice(0, full.findLastIndex(({ value }) => value !== '') + 1);
}

function expectSame(body: string, original: WindowsEvent, loss: Loss): void {
  const event = collected(body);
  const step = loss.timeStepMs ?? 1;
  const timeMs = Math.floor(original.timeMs / step) * step;
  const data = remaining(original.data, loss);
  expect(event).toMatchObject({
    provider: original.provider,
    eventId: original.eventId,
    computer: original.computer,
    channel: original.channel,
    timeMs,
  });
  expect(event.recordId).toBe(loss.recordId ? undefined : original.recordId);
  expect(event.binary).toBe(loss.binary ? undefined : original.binary);
  expect(event.data.map(({ value }) => value)).toEqual(data.map(({ value }) => value));
  if (!loss.names) expect(event.data).toEqual(data);
  const left: WindowsEvent = { ...original, timeMs, data, binary: loss.binary ? undefined : original.binary };
  expect(stopEvidence(event)).toEqual(stopEvidence(left));
  expect(diskEvent(event)).toEqual(diskEvent(left));
}

describe.each(EVENT_COLLECTORS)('%s', (collector) => {
  it.each(KINDS)('hands over %s with nothing lost but what is listed', (kind) => {
    const facts = { ...FACTS[kind], ...FRAME } as EventFacts[typeof kind] & EventFrame;
    const content = (EVENT_KINDS[kind] as (facts: unknown) => EventContent)(facts);
    expectSame(writeCollected(kind, facts, collector), whole(content, FRAME), LOSSES[collector]);
  });
});

describe('what the storage events of the writer say', () => {
  it.each<[EventKind, object]>([
    ['disk-7', { kind: 'bad-block', status: 0xc000009c, diskNumber: 1, lba: 77n, sense: SENSE }],
    ['disk-51', { kind: 'paging-error', status: 0xc000000e, srbStatus: 8, lba: 6291568n, isPaging: true }],
    ['disk-153', { kind: 'io-retried', lba: 0x1_0000_0000n, pdoName: '\\Device\\00000024', srbStatus: 9 }],
    ['disk-157', { kind: 'surprise-removed', diskNumber: 1 }],
    ['port-129', { kind: 'device-reset', driver: 'stornvme', portNumber: 2 }],
    ['ntfs-55', { kind: 'file-system-corrupt', volume: 'D:' }],
    [
      'ntfs-140',
      { kind: 'log-flush-failed', status: 0xc000000e, model: DISK.model, serial: DISK.serial, firmware: DISK.firmware },
    ],
    ['stordiag-500', { kind: 'request-failed', status: 0xc000009d, lba: 0xffff_ffff_ffff_ffffn, diskNumber: 1 }],
    [
      'stordiag-505',
      { kind: 'scsi-request-failed', status: 0xc0000185, srbStatus: 4, sense: { key: 3, asc: 17, ascq: 0 } },
    ],
    [
      'storport-549',
      { kind: 'first-error', driver: 'stornvme', vendor: 'NVMe', command: { name: 'READ(10)' }, lba: 31n },
    ],
    ['46', { kind: 'dump-setup-failed', status: 0xc0000001 }],
    ['161', { kind: 'dump-write-failed', status: 0xc0000001 }],
  ])('%s', (kind, expected) => {
    const content = (EVENT_KINDS[kind] as (facts: unknown) => EventContent)(FACTS[kind]);
    expect(diskEvent(whole(content, FRAME))).toMatchObject(expected);
  });
});

const SAMPLES = join(import.meta.dirname, '../../../../shared/samples/events');
const real = existsSync(SAMPLES) ? readdirSync(SAMPLES).filter((name) => name.endsWith('.xml')) : [];

describe('real events', () => {
  it('are here', (context) => {
    if (real.length === 0) context.skip('the collection of real events is not beside this checkout');
    expect(real.length).toBeGreaterThan(25);
  });

  it.each(real)('%s says the same through every collector', (file) => {
    const xml = readFileSync(join(SAMPLES, file), 'utf8');
    const original = readEventXml(xml);
    if (!original.ok) throw new Error(original.error.detail);
    const { content, frame } = undressed(original.value, /Guid="([^"]+)"/.exec(xml)?.[1]);
    for (const collector of EVENT_COLLECTORS) {
      expectSame(collectedBody(content, frame, collector), original.value, LOSSES[collector]);
    }
  });
});

function undressed(event: WindowsEvent, guid: string | undefined): { content: EventContent; frame: EventFrame } {
  const ticks = Number(/\.\d{3}(\d{4})/.exec(event.timeRaw)?.[1] ?? 0);
  const { provider, eventId, qualifiers, version, level, data, binary, channel, computer } = event;
  return {
    content: {
      provider,
      guid,
      id: eventId,
      qualifiers,
      version,
      level: level!,
      keywords: '0080000000000000',
      data: data.map(({ name, value }) => [name, value]),
      binary,
    },
    frame: { time: new Date(event.timeMs), ticks, recordId: BigInt(event.recordId!), computer: computer!, channel },
  };
}
