import { systemTime, type EventData, type EventOrigin, type WindowsEvent } from './event.js';

const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&apos;', '"': '&quot;' };

const escape = (text: string): string => text.replace(/[&<>'"]/g, (character) => ENTITIES[character]!);

/** One `<Event>` on one line with single quotes, as `wevtutil qe System /f:xml` prints it. */
export function eventXml(event: WindowsEvent, origin: EventOrigin): string {
  return (
    `<Event xmlns='${NAMESPACE}'><System>` +
    `<Provider Name='${escape(event.provider)}'${attribute('Guid', event.guid)}${attribute('EventSourceName', event.sourceName)}/>` +
    `<EventID${attribute('Qualifiers', event.qualifiers)}>${event.eventId}</EventID>` +
    `<Version>${event.version}</Version><Level>${event.level}</Level><Task>${event.task ?? 0}</Task><Opcode>0</Opcode>` +
    `<Keywords>${event.keywords}</Keywords><TimeCreated SystemTime='${systemTime(event.atMs)}'/>` +
    `<EventRecordID>${origin.recordId}</EventRecordID><Correlation/><Execution ProcessID='4' ThreadID='8'/>` +
    `<Channel>System</Channel><Computer>${escape(origin.computer)}</Computer><Security/></System>` +
    `<EventData>${event.data.map(datum).join('')}${binary(event.binary)}</EventData></Event>`
  );
}

const attribute = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : ` ${name}='${escape(String(value))}'`;

function datum(data: EventData): string {
  if (typeof data !== 'string') return `<Data Name='${escape(data.name)}'>${escape(data.value)}</Data>`;
  return data === '' ? '<Data></Data>' : `<Data>${escape(data)}</Data>`;
}

const binary = (hex: string | undefined): string => (hex === undefined ? '' : `<Binary>${hex}</Binary>`);
