export * from './canonical-event.js';
export { EVENT_LIMITS, type EventFault, type EventFaultCode } from './event-fault.js';
export * from './event-json.js';
export * from './event-xml.js';
export * from './read-stop-evidence.js';
export * from './stop-evidence.js';
export * from './windows-event.js';
export { parseWindowsTime, type WindowsTime } from './windows-time.js';
export * from './xml-bytes.js';
