import type { EventRecord } from '@inpage/contracts';
import { eventXml } from './event-xml.js';
import { systemTime, type EventOrigin, type WindowsEvent } from './event.js';

/** An event record with its fields apart. */
export const structuredRecord = (event: WindowsEvent, origin: EventOrigin): EventRecord => ({
  kind: 'event',
  event: {
    provider: event.provider,
    eventId: event.eventId,
    qualifiers: event.qualifiers,
    version: event.version,
    level: event.level,
    channel: 'System',
    computer: origin.computer,
    recordId: String(origin.recordId),
    timeCreated: systemTime(event.atMs),
    data: event.data.map((data) => (typeof data === 'string' ? data : { ...data })),
    binary: event.binary,
  },
});

/** An event record with the event as XML. */
export const xmlRecord = (event: WindowsEvent, origin: EventOrigin): EventRecord => ({
  kind: 'event',
  xml: eventXml(event, origin),
});
