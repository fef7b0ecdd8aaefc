import { bugcheckCode, parseUnsigned64 } from './bugcheck-number.js';
import type { StopEvidence } from './stop-evidence.js';
import { datum, type WindowsEvent } from './windows-event.js';

/**
 * Microsoft-Windows-Kernel-Power 41, written at the boot after a stop without a clean shutdown. Versions 1 to 10 add fields,
 * so it is read by name and never by position. BugcheckCode is decimal, the parameters are hex (`0x0` or 16 digits); decimal
 * parameters are read too, because some readers of .evtx print HexInt64 that way. Booleans are `True` or `true`.
 * Source: provider manifests of Windows 10 1511 to 11;
 * https://learn.microsoft.com/troubleshoot/windows-client/performance/event-id-41-restart
 */
export const readKernelPower41 = (event: WindowsEvent): StopEvidence => ({
  kind: 'kernel-power-41',
  reportedAtMs: event.timeMs,
  code: bugcheckCode(unsigned(event, 'BugcheckCode')),
  parameters: parametersOf(event),
  powerButton: powerButtonOf(event),
  bugcheckInfoFromEfi: claim(event, 'BugcheckInfoFromEFI'),
});

function parametersOf(event: WindowsEvent): StopEvidence['parameters'] {
  const p1 = unsigned(event, 'BugcheckParameter1');
  const p2 = unsigned(event, 'BugcheckParameter2');
  const p3 = unsigned(event, 'BugcheckParameter3');
  const p4 = unsigned(event, 'BugcheckParameter4');
  if (p1 === undefined || p2 === undefined || p3 === undefined || p4 === undefined) return undefined;
  return [p1, p2, p3, p4];
}

/** `undefined` where the event has neither field, as version 1. */
function powerButtonOf(event: WindowsEvent): boolean | undefined {
  const timestamp = unsigned(event, 'PowerButtonTimestamp');
  const long = claim(event, 'LongPowerButtonPressDetected');
  if (timestamp === undefined) return long;
  return timestamp !== 0n || long === true;
}

function unsigned(event: WindowsEvent, name: string): bigint | undefined {
  return parseUnsigned64(datum(event, name)?.trim() ?? '');
}

function claim(event: WindowsEvent, name: string): boolean | undefined {
  const text = datum(event, name)?.trim().toLowerCase();
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : undefined;
}
