import {
  canonicalEvent,
  decodeXmlBytes,
  readEventJson,
  readEventXml,
  stopEvidence,
  type WindowsEvent,
} from '@inpage/winevent';
import { describe, expect, it } from 'vitest';
import type { XmlClothing } from './event-clothing.js';
import type { EventFacts, EventFrame, EventKind } from './event-kinds.js';
import { toUtf16le, writeEvent } from './event-writer.js';

const FRAME: EventFrame = {
  time: new Date('2026-07-22T10:00:00.123Z'),
  ticks: 4567,
  recordId: 9007199254740993n,
  computer: 'pc7.corp.example',
};
const PARAMETERS = [0xffffc1049a602ec0n, 0xffffffffc000000en, 0x2454628c0n, 0xfffff8053c2b0000n] as const;
const STOPPED = new Date('2026-07-22T09:41:07.250Z');
const CLOTHINGS = ['wevtutil', 'event-viewer', 'libevtx', 'json'] as const;
const REPORTED = { reportedAtMs: FRAME.time.getTime() };
const BUGCHECK = { code: 0x7a, parameters: [...PARAMETERS] };

interface Case {
  name: string;
  write: (clothing: (typeof CLOTHINGS)[number]) => unknown;
  head: Partial<WindowsEvent>;
  evidence: object | undefined;
}

function kind<K extends EventKind>(
  name: K,
  facts: EventFacts[K],
  head: Partial<WindowsEvent>,
  evidence?: object,
): Case {
  const all = { ...facts, ...FRAME };
  const write = (clothing: XmlClothing | 'json') =>
    clothing === 'json' ? writeEvent(name, all, clothing) : writeEvent(name, all, clothing);
  return { name: `${name} ${JSON.stringify(head)}`, write, head, evidence };
}

const WER = 'Microsoft-Windows-WER-SystemErrorReporting';
const POWER = 'Microsoft-Windows-Kernel-Power';
const DUMP = { dumpPath: 'C:\\Windows\\Minidump\\a & <b>.dmp', reportId: 'd1' };
const CASES: Case[] = [
  kind(
    '1001',
    { code: 0x7a, parameters: PARAMETERS, ...DUMP },
    { provider: WER, eventId: 1001 },
    { kind: 'wer-1001', ...REPORTED, ...BUGCHECK, ...DUMP },
  ),
  kind(
    '1001',
    { code: 0x7a, parameters: PARAMETERS, unnamed: true, ...DUMP },
    { provider: WER, data: [{ value: expect.any(String) }, { value: DUMP.dumpPath }, { value: 'd1' }] },
    { kind: 'wer-1001', ...REPORTED, ...BUGCHECK, ...DUMP },
  ),
  kind(
    '1001',
    { code: 0x1000007e, parameters: [1n, 2n, 3n, 4n], digits: 8, ...DUMP },
    { qualifiers: 16384 },
    { kind: 'wer-1001', ...REPORTED, ...DUMP, code: 0x1000007e, parameters: [1n, 2n, 3n, 4n] },
  ),
  kind(
    '1000',
    { code: 0x7a, parameters: PARAMETERS },
    { provider: WER, eventId: 1000 },
    { kind: 'wer-1000', ...REPORTED, ...BUGCHECK },
  ),
  kind(
    '41',
    { version: 2, code: 0x7a, parameters: PARAMETERS },
    { provider: POWER, version: 2 },
    { kind: 'kernel-power-41', ...REPORTED, ...BUGCHECK, powerButton: false },
  ),
  kind(
    '41',
    { version: 5, bugcheckInfoFromEfi: true },
    { version: 5 },
    {
      kind: 'kernel-power-41',
      ...REPORTED,
      parameters: [0n, 0n, 0n, 0n],
      powerButton: false,
      bugcheckInfoFromEfi: true,
    },
  ),
  kind(
    '41',
    { version: 8, longPowerButtonPress: true },
    { version: 8 },
    {
      kind: 'kernel-power-41',
      ...REPORTED,
      parameters: [0n, 0n, 0n, 0n],
      powerButton: true,
      bugcheckInfoFromEfi: false,
    },
  ),
  kind(
    '41',
    { version: 10, powerButtonTimestamp: 133000000000000000n },
    { version: 10, level: 1 },
    {
      kind: 'kernel-power-41',
      ...REPORTED,
      parameters: [0n, 0n, 0n, 0n],
      powerButton: true,
      bugcheckInfoFromEfi: false,
    },
  ),
  kind(
    '6008',
    { stoppedAt: STOPPED, utcOffsetMinutes: -240 },
    {
      provider: 'EventLog',
      data: ['05:41:07', '\u200E7/\u200E22/\u200E2026', '', '', '3600', '', ''].map((value) => ({ value })),
    },
    { kind: 'eventlog-6008', ...REPORTED, stoppedAtMs: STOPPED.getTime() },
  ),
  kind(
    '161',
    { status: 0xc000000e },
    { provider: 'volmgr', qualifiers: 0xc004 },
    { kind: 'volmgr-161', ...REPORTED, dumpStatus: 0xc000000e },
  ),
  kind(
    'disk-7',
    { disk: 1, status: 0xc000009c, lba: 0x1234 },
    { provider: 'disk', eventId: 7, qualifiers: 0xc004, data: [{ value: '\\Device\\Harddisk1\\DR1' }] },
  ),
  kind('disk-11', { disk: 0, status: 0 }, { provider: 'Disk', eventId: 11 }),
  kind('disk-51', { disk: 0, status: 0xc000000e, write: true }, { provider: 'Disk', eventId: 51, level: 3 }),
  kind(
    'disk-153',
    { disk: 0, lba: 0x416e32n },
    {
      provider: 'disk',
      eventId: 153,
      data: ['\\Device\\Harddisk0\\DR0', '0x416e32', '0', '\\Device\\00000024'].map((value) => ({ value })),
    },
  ),
  kind(
    'service',
    { service: "It's a <test>", state: 'running' },
    {
      eventId: 7036,
      data: [
        { name: 'param1', value: "It's a <test>" },
        { name: 'param2', value: 'running' },
      ],
    },
  ),
];

const read = (written: unknown): WindowsEvent => {
  const result =
    typeof written === 'string' ? readEventXml(written) : readEventJson(JSON.parse(JSON.stringify(written)));
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

describe.each(CASES)('$name', ({ write, head, evidence }) => {
  it.each(CLOTHINGS)('says the same facts as %s', (clothing) => {
    const event = read(write(clothing));
    expect(event).toMatchObject({
      channel: 'System',
      computer: FRAME.computer,
      recordId: '9007199254740993',
      timeMs: FRAME.time.getTime(),
      ...head,
    });
    expect(stopEvidence(event)).toEqual(evidence);
  });

  it('has one identity in every clothing', () => {
    const identities = CLOTHINGS.map((clothing) => canonicalEvent(read(write(clothing))));
    expect(new Set(identities).size).toBe(1);
    expect(identities[0]).toContain('134291880001234567');
  });
});

it('writes the clothings apart from each other', () => {
  const facts = { service: 'a', state: 'stopped', ...FRAME } as const;
  expect(writeEvent('service', facts, 'wevtutil')).toMatch(
    /^<Event xmlns='[^']+'><System><Provider Name='Service Control Manager' .*<\/Event>$/,
  );
  expect(writeEvent('service', facts, 'event-viewer')).toContain('\r\n    <Correlation />\r\n');
  expect(writeEvent('service', facts, 'libevtx')).toContain(
    '<TimeCreated SystemTime="2026-07-22T10:00:00.123456700Z"/>',
  );
  expect(writeEvent('service', facts, 'libevtx')).toContain('<Keywords>0x8080000000000000</Keywords>');
});

it.each([true, false])('writes UTF-16LE that is read back (byte order mark: %s)', (bom) => {
  const text = writeEvent('6008', { stoppedAt: STOPPED, ...FRAME }, 'wevtutil');
  expect(decodeXmlBytes(toUtf16le(text, { bom }))).toEqual({ ok: true, value: text });
});

it('lays out disk packets as their documentation does', () => {
  const binary = read(
    writeEvent('disk-51', { disk: 0, status: 0xc0000185, srbStatus: 0x0e, lba: 0x01020304, ...FRAME }, 'json'),
  ).binary!;
  expect(binary.slice(0x0c * 2, 0x18 * 2)).toBe('33000480' + '2D010000' + '850100C0');
  expect(binary.slice(0x38 * 2, 0x3c * 2)).toBe('5800000E');
  expect(binary.slice(0x80 * 2, 0x8a * 2)).toBe('28000102030400000800');
});
