import { u16At } from './event-binary.js';
import type { StopEvidence } from './stop-evidence.js';
import type { WindowsEvent } from './windows-event.js';
import { dateMs } from './windows-time.js';

/** The first SYSTEMTIME is local time, the second UTC. */
const UTC_AT = 16;

/**
 * EventLog 6008, "the previous shutdown was unexpected". Its strings are a localised time and date; `<Binary>` begins with
 * two SYSTEMTIME of the moment when the machine was last seen alive, local and UTC. TimeCreated is the next boot.
 * Source: https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-systemtime and records of Windows 7 and 2012 R2.
 */
export const readEventlog6008 = (event: WindowsEvent): StopEvidence => ({
  kind: 'eventlog-6008',
  reportedAtMs: event.timeMs,
  stoppedAtMs: systemTimeMs(event.binary, UTC_AT),
});

/** SYSTEMTIME is eight 16-bit words: year, month, day of week, day, hour, minute, second, millisecond. */
function systemTimeMs(hex: string | undefined, at: number): number | undefined {
  const [year = 0, month = 0, , day = 0, hour = 0, minute = 0, second = 0, ms] = WORDS.map((i) =>
    u16At(hex, at + i * 2),
  );
  if (ms === undefined || year > 9999 || hour > 23 || minute > 59 || second > 59 || ms > 999) return undefined;
  return dateMs(year, month, day, ((hour * 60 + minute) * 60 + second) * 1000 + ms);
}

const WORDS = [0, 1, 2, 3, 4, 5, 6, 7] as const;
