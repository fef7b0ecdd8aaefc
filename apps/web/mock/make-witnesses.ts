import type { Crash, DumpFacts, LeadUpEvent } from '../src/api/types.js';
import type { Random } from './random.js';
import type { Story } from './stories.js';

type Kind = Pick<LeadUpEvent, 'kind' | 'provider' | 'eventId' | 'device' | 'says'>;

const DEVICE = '\\Device\\Harddisk0\\DR0';
const BAD_BLOCK: Kind = {
  ...{ kind: 'bad-block', provider: 'disk', eventId: 7, device: DEVICE },
  says: 'Disk 0 reported a bad block: a read failed.',
};
const PAGING_ERROR: Kind = {
  ...{ kind: 'paging-error', provider: 'disk', eventId: 51, device: DEVICE },
  says: 'Windows could not read memory back from disk 0.',
};
const RETRIED: Kind = {
  ...{ kind: 'io-retried', provider: 'disk', eventId: 153, device: DEVICE },
  says: 'A request to disk 0 was tried again.',
};
const RESET: Kind = {
  ...{ kind: 'device-reset', provider: 'storahci', eventId: 129, device: '\\Device\\RaidPort0' },
  says: 'The driver storahci reset the adapter at port 0 because a request was not answered in time.',
};
const NO_DUMP: Kind = {
  ...{ kind: 'dump-write-failed', provider: 'volmgr', eventId: 161, device: '\\Device\\HarddiskVolume3' },
  says: 'The dump could not be written.',
};

/** What is logged before a stop of each cause, and afterwards. */
const BEFORE: Partial<Record<Story['cause'], readonly Kind[]>> = {
  media: [BAD_BLOCK, BAD_BLOCK, RETRIED, PAGING_ERROR],
  link: [RETRIED, RESET, RETRIED],
  controller: [RESET, RETRIED],
  'device-gone': [RESET],
};
const AFTER: Partial<Record<Story['cause'], readonly Kind[]>> = { 'device-gone': [NO_DUMP] };

const DAY_S = 86_400;

/** Storage events and a dump, as the story of the crash would have them. */
export function makeWitnesses(
  random: Random,
  { cause, status }: Story,
  stoppedMs: number,
  grade: Crash['grade'],
): Pick<Crash, 'leadUp' | 'leadUpCut' | 'dump'> {
  const before = (BEFORE[cause] ?? []).flatMap((kind, n) =>
    Array.from({ length: 1 + random.below(4) }, () => ({
      kind,
      seconds: (n === 0 ? 3 : 1) * DAY_S * random.next() ** 4,
    })),
  );
  const after = (AFTER[cause] ?? []).map((kind) => ({ kind, seconds: -60 - random.below(60) }));
  const events = [...before, ...after].map(({ kind, seconds }): LeadUpEvent => ({
    ...kind,
    recordId: random.uuid('e7e4'),
    at: new Date(stoppedMs - Math.round(seconds * 1000)).toISOString(),
    secondsBefore: Math.round(seconds * 1000) / 1000,
    disk: kind.device === DEVICE ? 'this-disk' : 'unknown-disk',
    status: kind.kind === 'paging-error' ? status : null,
  }));
  return {
    leadUp: events.sort((a, b) => b.secondsBefore - a.secondsBefore),
    leadUpCut: false,
    dump: grade === 'A' ? DUMP : null,
  };
}

const DUMP: DumpFacts = {
  ...{ kind: 'triage', architecture: 'x64', osBuild: 22_631, upTimeMs: 30_480_000, complete: true },
  processName: 'svchost.exe',
  machine: { manufacturer: 'Contoso', product: 'Workbook 14', biosVersion: '1.12', biosDate: '03/04/2026' },
  storage: {
    ...{
      driver: 'storport.sys',
      recorded: 66,
      succeeded: 62,
      unclear: 0,
      slowestMs: 4_310,
      oldestOutstandingMs: 9_870,
    },
    outstanding: [
      { name: 'READ(10)', opcode: 0x28, ageMs: 9_870 },
      { name: 'FLUSH', opcode: 0x35, ageMs: 2_105 },
    ],
    failed: [
      { name: 'READ(10)', opcode: 0x28, srbStatus: 0x04, srbStatusName: 'ERROR', durationMs: 2_105 },
      { name: 'READ(10)', opcode: 0x28, srbStatus: 0x04, srbStatusName: 'ERROR', durationMs: 1_980 },
    ],
  },
  stackModules: [
    { name: 'win32kfull.sys', origin: 'windows', standing: 'named' },
    { name: 'ntoskrnl.exe', origin: 'kernel', standing: 'caller' },
    { name: 'storport.sys', origin: 'windows', standing: 'repeated' },
  ],
  addressModule: 'win32kfull.sys',
};
