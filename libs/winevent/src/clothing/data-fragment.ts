import type { Result } from '@inpage/core';
import type { EventDraft } from '../event-draft.js';
import { fault, type EventFault } from '../event-fault.js';
import { XmlEventCollector } from '../xml-event-collector.js';
import { XmlScanner } from '../xml-scanner.js';

const DEEPEST = 12;

/** Reads the inside of `<EventData>` as Grafana Alloy hands it over: `<Data Name='a'>1</Data><Binary>0F</Binary>`. */
export function readDataFragment(xml: string, draft: EventDraft): Result<never, EventFault> | undefined {
  const scanner = new XmlScanner(`<EventData>${xml}</EventData>`);
  const collector = new XmlEventCollector();
  const path: string[] = [''];
  for (;;) {
    const token = scanner.next();
    if (token === 'end') break;
    if (token === 'fault') return fault(scanner.faultCode, scanner.faultDetail);
    if (token === 'text') collector.text(path.length, scanner);
    if (token === 'open') {
      if (path.length >= DEEPEST) return fault('xml-too-deep', 'event data is nested too deep');
      path.push(scanner.name);
      collector.open(path.length, scanner);
    }
    if (token === 'close' && path.at(-1) !== scanner.name)
      return fault('xml-malformed', 'event data is not closed well');
    if (token === 'close' || (token === 'open' && scanner.selfClosing)) {
      collector.close(path.length);
      path.pop();
    }
  }
  if (path.length > 1) return fault('xml-unclosed', 'event data is not closed');
  draft.data.push(...collector.draft.data);
  draft.binary = collector.draft.binary ?? draft.binary;
  return undefined;
}
