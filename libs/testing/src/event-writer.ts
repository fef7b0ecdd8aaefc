import { EVENT_CLOTHINGS, type JsonEvent, type XmlClothing } from './event-clothing.js';
import { EVENT_KINDS, type EventContent, type EventFacts, type EventFrame, type EventKind } from './event-kinds.js';

/**
 * Writes a Windows event as a source would hand it over: one line with single quotes (wevtutil), pretty with double quotes and
 * a blank before `/>` (Event Viewer), pretty with nine-digit times (libevtx), or Inpage's own JSON event. Knows nothing of the
 * reader, so that the two check each other.
 */
export function writeEvent<K extends EventKind>(
  kind: K,
  facts: EventFacts[K] & EventFrame,
  clothing: 'json',
): JsonEvent;
export function writeEvent<K extends EventKind>(
  kind: K,
  facts: EventFacts[K] & EventFrame,
  clothing: XmlClothing,
): string;
export function writeEvent<K extends EventKind>(
  kind: K,
  facts: EventFacts[K] & EventFrame,
  clothing: XmlClothing | 'json',
): string | JsonEvent {
  const content: EventContent = EVENT_KINDS[kind](facts);
  return EVENT_CLOTHINGS[clothing](content, facts);
}

/** UTF-16LE with its byte order mark, as a redirected `wevtutil` and Windows editors write it. */
export const toUtf16le = (text: string, options: { bom?: boolean } = {}): Uint8Array =>
  Buffer.from((options.bom === false ? '' : '\uFEFF') + text, 'utf16le');
