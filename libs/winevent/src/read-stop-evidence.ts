import { readEventlog6008 } from './eventlog-6008.js';
import { readKernelPower41 } from './kernel-power-41.js';
import { readVolmgr161 } from './volmgr-161.js';
import type { StopEvidence } from './stop-evidence.js';
import { readWer1000, readWer1001 } from './wer-1001.js';
import type { WindowsEvent } from './windows-event.js';

type Reader = (event: WindowsEvent) => StopEvidence;

/**
 * Providers in lower case, then ids, because an id alone says nothing: the Application log has two more 1001 (Windows Error
 * Reporting, Wininit). `BugCheck` is the classic source name of WER-SystemErrorReporting, `Save Dump` its name on XP and 2003.
 * Source: https://github.com/repnz/etw-providers-docs (manifest of WER-SystemErrorReporting), Event Viewer records of XP.
 */
const READERS = new Map<string, Reader>([
  ['microsoft-windows-wer-systemerrorreporting/1001', readWer1001],
  ['microsoft-windows-wer-systemerrorreporting/1000', readWer1000],
  ['bugcheck/1001', readWer1001],
  ['save dump/1001', readWer1001],
  ['microsoft-windows-kernel-power/41', readKernelPower41],
  ['eventlog/6008', readEventlog6008],
  ['volmgr/161', readVolmgr161],
]);

/** Reads an event that speaks of a stop; `undefined` for every other event. What the event does not say is absent. */
export function stopEvidence(event: WindowsEvent): StopEvidence | undefined {
  return READERS.get(`${event.provider.toLowerCase()}/${event.eventId}`)?.(event);
}
