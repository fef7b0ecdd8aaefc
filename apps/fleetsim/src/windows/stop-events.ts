import type { Stop } from '../stops/stop.js';
import type { Random } from '../random/random.js';
import { classic, QUALIFIERS, type EventData, type WindowsEvent } from './event.js';
import { ioErrorPacket } from './io-error-packet.js';

const hex = (value: bigint | number, digits: number): string => `0x${value.toString(16).padStart(digits, '0')}`;
const named = (fields: Readonly<Record<string, string>>): EventData[] =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

/** Fields that newer versions of event 41 add behind LongPowerButtonPressDetected. Source: provider manifests. */
const VERSION_10 = {
  ...{ LidReliability: 'false', InputSuppressionState: '0', PowerButtonSuppressionState: '0', LidState: '3' },
  WHEABootErrorCount: '0',
};

/** 100 ns steps since 1601, as PowerButtonTimestamp counts. */
const fileTime = (ms: number): string => String((BigInt(ms) + 11_644_473_600_000n) * 10_000n);

/**
 * Kernel-Power 41, written at the boot after a stop without a clean shutdown: the code in decimal, the parameters in hex
 * without padding. Version 8 is Windows 10 22H2, version 10 Windows 11.
 */
export function kernelPower41(stop: Stop, atMs: number, version: 8 | 10): WindowsEvent {
  const parameters = stop.parameters.map((value, i) => `0x${(kept(stop, i) ? value : 0n).toString(16)}`);
  const data = named({
    BugcheckCode: String(stop.kept === 'nothing' ? 0 : stop.code),
    ...Object.fromEntries(parameters.map((value, i) => [`BugcheckParameter${i + 1}`, value])),
    ...{ SleepInProgress: '0', PowerButtonTimestamp: stop.powerButton ? fileTime(stop.atMs) : '0', BootAppStatus: '0' },
    ...{ Checkpoint: '0', ConnectedStandbyInProgress: 'false', SystemSleepTransitionsToOn: '0' },
    ...{
      CsEntryScenarioInstanceId: '0',
      BugcheckInfoFromEFI: String(stop.dump === 'failed' && stop.kept !== 'nothing'),
    },
    ...{ CheckpointStatus: '0', CsEntryScenarioInstanceIdV2: '0', LongPowerButtonPressDetected: 'false' },
    ...(version === 10 ? VERSION_10 : {}),
  });
  return {
    ...{ atMs, provider: 'Microsoft-Windows-Kernel-Power', guid: '{331c3b3a-2005-44c2-ac5e-77220c37d6b4}' },
    ...{ eventId: 41, version, level: 1, task: 63, data },
    keywords: version === 10 ? '0x8000400000000002' : '0x8000000000000002',
  };
}

const kept = (stop: Stop, parameter: number): boolean =>
  stop.kept === 'everything' || (stop.kept === 'first-parameter' && parameter === 0);

/** EventLog 6008: strings in the language of the machine, and two SYSTEMTIME of when it was last seen alive. */
export function eventlog6008(stop: Stop, atMs: number, offsetMinutes: number, uptimeSeconds: number): WindowsEvent {
  const lastAlive = new Date(stop.atMs - (stop.atMs % 1000) - 7000);
  const local = new Date(lastAlive.getTime() + offsetMinutes * 60_000);
  const tail = '3C0000003C000000000000000000000000000000000000000000000000000000';
  return classic({
    ...{ atMs, provider: 'EventLog', eventId: 6008, qualifiers: QUALIFIERS.warning, level: 2 },
    data: [
      clock(local),
      `${local.getUTCMonth() + 1}/${local.getUTCDate()}/${local.getUTCFullYear()}`,
      '',
      '',
      String(uptimeSeconds),
      '',
      '',
    ],
    binary: systemTimeHex(local) + systemTimeHex(lastAlive) + tail,
  });
}

function clock(time: Date): string {
  const hours = time.getUTCHours();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${hours % 12 || 12}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** SYSTEMTIME: year, month, weekday, day, hour, minute, second, millisecond as little-endian words. */
function systemTimeHex(time: Date): string {
  const words = [
    ...[time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDay(), time.getUTCDate()],
    ...[time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds(), time.getUTCMilliseconds()],
  ];
  return Buffer.from(Uint16Array.from(words).buffer).toString('hex').toUpperCase();
}

/** WER-SystemErrorReporting 1001: code and parameters in one text, the dump, the report id. */
export function wer1001(stop: Stop, atMs: number, reportId: string, random: Random): WindowsEvent {
  const parameters = stop.parameters.map((value) => hex(value, 16)).join(', ');
  return {
    ...{ atMs, provider: 'Microsoft-Windows-WER-SystemErrorReporting', sourceName: 'BugCheck' },
    ...{ guid: '{ABCE23E7-DE45-4366-8631-84FA6C525952}', eventId: 1001, qualifiers: QUALIFIERS.information },
    ...{ version: 0, level: 2, keywords: '0x80000000000000' },
    data: named({
      param1: `${hex(stop.code, 8)} (${parameters})`,
      param2: random.chance(0.5) ? 'C:\\WINDOWS\\MEMORY.DMP' : minidump(stop.atMs, random),
      param3: reportId,
    }),
  };
}

function minidump(ms: number, random: Random): string {
  const [year, month, day] = new Date(ms).toISOString().slice(2, 10).split('-');
  return `C:\\WINDOWS\\Minidump\\${month}${day}${year}-${5000 + random.int(60_000)}-01.dmp`;
}

/** volmgr 161: the dump could not be written. FinalStatus tells what the dump path got back. */
export const volmgr161 = (atMs: number, finalStatus: number): WindowsEvent =>
  classic({
    ...{ atMs, provider: 'volmgr', eventId: 161, qualifiers: QUALIFIERS.ioError, level: 2 },
    data: ['\\Device\\HarddiskVolume3'],
    binary: ioErrorPacket({ ...{ majorFunction: 0, errorCode: 0xc004_00a1, uniqueErrorValue: 0x46 }, finalStatus }),
  });
