import type { EventContent } from './event-content.js';
import { hexDigits, ioErrorPacket, systemTime } from './event-packets.js';
import { STORAGE_EVENT_KINDS, type StorageEventFacts } from './event-storage-kinds.js';

export type { EventContent } from './event-content.js';
export type { DiskErrorFacts, NamedDisk } from './event-storage-kinds.js';

/** What every event has, whatever its kind. */
export interface EventFrame {
  /** TimeCreated, to the millisecond. */
  time: Date;
  /** 100 ns steps on top of `time`, 0 to 9999. */
  ticks?: number;
  recordId: number | bigint;
  computer: string;
  /** `System` unless told otherwise. */
  channel?: string;
}

export type Parameters4 = readonly [bigint, bigint, bigint, bigint];

/** The facts of each kind of event. Times, record id and computer are told to `writeEvent` beside them. */
export interface EventFacts extends StorageEventFacts {
  '1001': {
    code: number;
    parameters: Parameters4;
    dumpPath?: string;
    reportId?: string;
    /** 8 on x86, 16 on x64 (default). */
    digits?: 8 | 16;
    /** Classic writers leave the names out. */
    unnamed?: boolean;
  };
  '1000': { code: number; parameters: Parameters4; digits?: 8 | 16 };
  '41': {
    version: 2 | 5 | 8 | 10;
    code?: number;
    parameters?: Parameters4;
    /** FILETIME; 0 when the button was not pressed. */
    powerButtonTimestamp?: bigint;
    longPowerButtonPress?: boolean;
    bugcheckInfoFromEfi?: boolean;
  };
  '6008': { stoppedAt: Date; utcOffsetMinutes?: number; uptimeSeconds?: number };
  '161': { device?: string; status: number; progress?: number };
  service: { service: string; state: 'running' | 'stopped' };
}

export type EventKind = keyof EventFacts;

const WER = {
  provider: 'Microsoft-Windows-WER-SystemErrorReporting',
  guid: '{ABCE23E7-DE45-4366-8631-84FA6C525952}',
  source: 'BugCheck',
  qualifiers: 16384,
  version: 0,
  level: 2,
  task: 0,
  keywords: '0080000000000000',
};
const CLASSIC = { task: 0, keywords: '0080000000000000' };

/** One writer per kind; layouts from records of Windows 7 to 11 and from Microsoft's documentation of the packets. */
export const EVENT_KINDS: { readonly [K in EventKind]: (facts: EventFacts[K]) => EventContent } = {
  ...STORAGE_EVENT_KINDS,
  '1001': (facts) => {
    const values = [
      bugcheckText(facts),
      facts.dumpPath ?? 'C:\\Windows\\MEMORY.DMP',
      facts.reportId ?? '072226-12345-01',
    ];
    const name = (i: number) => (facts.unnamed ? undefined : `param${i + 1}`);
    return { ...WER, id: 1001, data: values.map((value, i) => [name(i), value]) };
  },
  '1000': (facts) => ({ ...WER, id: 1000, data: [['param1', bugcheckText(facts)]] }),
  '41': (facts) => ({
    provider: 'Microsoft-Windows-Kernel-Power',
    guid: '{331C3B3A-2005-44C2-AC5E-77220C37D6B4}',
    id: 41,
    version: facts.version,
    level: 1,
    task: 63,
    keywords: facts.version >= 8 ? '8000400000000002' : '8000000000000002',
    data: kernelPowerData(facts),
  }),
  '6008': (facts) => ({
    ...CLASSIC,
    provider: 'EventLog',
    id: 6008,
    qualifiers: 32768,
    level: 2,
    data: uncleanShutdownStrings(facts).map((value) => [undefined, value]),
    binary: uncleanShutdownBinary(facts),
  }),
  '161': ({ device = '\\Device\\HarddiskVolume3', status, progress = 0x01000482 }) => ({
    ...CLASSIC,
    provider: 'volmgr',
    id: 161,
    qualifiers: 0xc004,
    level: 2,
    data: [device, `0x${progress.toString(16).padStart(8, '0')}`].map((value) => [undefined, value]),
    binary: hexDigits(ioErrorPacket({ errorCode: 0xc00400a1, finalStatus: status })),
  }),
  service: ({ service, state }) => ({
    provider: 'Service Control Manager',
    guid: '{555908D1-A6D7-4695-8E1E-26931D2012F4}',
    source: 'Service Control Manager',
    id: 7036,
    qualifiers: 16384,
    version: 0,
    level: 4,
    task: 0,
    keywords: '8080000000000000',
    data: [
      ['param1', service],
      ['param2', state],
    ],
    binary: hexDigits(Buffer.from(`${service}/${state === 'running' ? 4 : 1}\0`, 'utf16le')),
  }),
};

function bugcheckText({
  code,
  parameters,
  digits = 16,
}: {
  code: number;
  parameters: Parameters4;
  digits?: 8 | 16;
}): string {
  const values = parameters.map((value) => `0x${value.toString(16).padStart(digits, '0')}`);
  return `0x${code.toString(16).padStart(8, '0')} (${values.join(', ')})`;
}

const kernelPowerData = (facts: EventFacts['41']): [string, string][] => {
  const old = facts.version === 2;
  const said = (claim = false) => (old ? (claim ? 'True' : 'False') : String(claim));
  const parameters = facts.parameters ?? [0n, 0n, 0n, 0n];
  const added: [number, string, string][] = [
    [2, 'SleepInProgress', old ? said() : '0'],
    [2, 'PowerButtonTimestamp', String(facts.powerButtonTimestamp ?? 0n)],
    [5, 'BootAppStatus', '0'],
    [5, 'Checkpoint', '0'],
    [5, 'ConnectedStandbyInProgress', said()],
    [5, 'SystemSleepTransitionsToOn', '0'],
    [5, 'CsEntryScenarioInstanceId', '0'],
    [5, 'BugcheckInfoFromEFI', said(facts.bugcheckInfoFromEfi)],
    [8, 'CheckpointStatus', '0'],
    [8, 'CsEntryScenarioInstanceIdV2', '0'],
    [8, 'LongPowerButtonPressDetected', said(facts.longPowerButtonPress)],
    [10, 'LidReliability', said()],
    [10, 'InputSuppressionState', '0'],
    [10, 'PowerButtonSuppressionState', '0'],
    [10, 'LidState', '3'],
    [10, 'WHEABootErrorCount', '0'],
  ];
  return [
    ['BugcheckCode', String(facts.code ?? 0)],
    ...parameters.map((value, i): [string, string] => [
      `BugcheckParameter${i + 1}`,
      `0x${value.toString(16).padStart(old ? 16 : 1, '0')}`,
    ]),
    ...added.filter(([since]) => since <= facts.version).map(([, name, value]): [string, string] => [name, value]),
  ];
};

const localTime = ({ stoppedAt, utcOffsetMinutes = 0 }: EventFacts['6008']): Date =>
  new Date(stoppedAt.getTime() + utcOffsetMinutes * 60_000);

/** English strings with the left-to-right marks that Windows put into dates before 2016. */
function uncleanShutdownStrings(facts: EventFacts['6008']): string[] {
  const [date, time] = localTime(facts).toISOString().split('T') as [string, string];
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const uptime = String(facts.uptimeSeconds ?? 3600);
  return [time.slice(0, 8), `\u200E${month}/\u200E${day}/\u200E${year}`, '', '', uptime, '', ''];
}

const uncleanShutdownBinary = (facts: EventFacts['6008']): string =>
  hexDigits(Buffer.concat([systemTime(localTime(facts)), systemTime(facts.stoppedAt), Buffer.alloc(32)]));
