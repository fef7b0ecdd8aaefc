import type { WindowsEvent } from './windows-event.js';
import { parseWindowsTime } from './windows-time.js';

/**
 * The text that makes an event itself: provider, id, channel, record id, time to 100 ns, data, binary. The same event
 * gives the same text from XML and from JSON, from wevtutil and from a collector, this year and next. The computer is
 * left out, because one PC is spelled `PC7`, `pc7.corp.example` and by its later name; whoever builds a record id adds
 * the machine. Version, level and qualifiers are left out, because collectors drop them.
 *
 * Every part is preceded by its length, so no two different events give one text. The leading tag changes with the recipe.
 */
export function canonicalEvent(event: WindowsEvent): string {
  let text = `event1;${part(event.provider.toLowerCase())}${event.eventId};`;
  text += part(event.channel?.toLowerCase()) + part(event.recordId);
  text += part(timeOf(event)) + `${event.data.length};`;
  for (const { name, value } of event.data) text += part(name) + part(value);
  return text + part(event.binary?.toUpperCase());
}

const part = (text: string | undefined): string => (text === undefined ? '-' : `${text.length}:${text}`);

const timeOf = (event: WindowsEvent): string =>
  parseWindowsTime(event.timeRaw)?.ticks100ns.toString() ?? `${event.timeMs}ms`;
