import type { JsonObject } from '../json-value.js';
import type { Clothing, Undressed } from './clothing.js';
import { binaryText, takeDatum } from './event-data.js';
import { eventHead } from './event-head.js';
import { recoverFromMessage } from './lost-data.js';

/** What im_msvistalog and the core of NXLog 5 and 6 put beside the values of the event. */
const OWN = new Set(
  `EventTime EventReceivedTime Hostname MessageSourceAddress Keywords EventType SeverityValue Severity EventID SourceName
  ProviderGuid Version Level LevelValue Task TaskValue Opcode OpcodeValue RecordNumber ActivityID RelatedActivityID ProcessID
  ThreadID ExecutionProcessID ExecutionThreadID Channel Domain AccountName AccountType UserID Message Category Qualifiers
  EventXML SourceModuleName SourceModuleType tags type`.split(/\s+/),
);
/** Values without a name; `AddPrefix TRUE` puts `EventData.` before each. */
const UNNAMED = /^(?:Data|EventData)(?:_?\d{1,3})?$/;

/**
 * NXLog's im_msvistalog as JSON: the values of `<EventData>` lie flat beside NXLog's own fields. NXLog 5 writes EventTime
 * without a zone unless told otherwise; such a time is refused. How it names values that have no name was not seen.
 * Source: records of NXLog 5 and 6 in public repositories.
 */
export const nxlog: Clothing = {
  name: 'nxlog',
  fits: (value) => typeof value.get('SourceName') === 'string' && value.has('EventID') && value.has('EventTime'),
  *undress(value) {
    const xml = value.get('EventXML');
    yield typeof xml === 'string' && xml.includes('<Event') ? { inner: xml } : draftOf(value);
  },
};

function draftOf(value: JsonObject): Undressed {
  const draft = eventHead({
    provider: value.get('SourceName'),
    eventId: value.get('EventID'),
    qualifiers: value.get('Qualifiers'),
    version: value.get('Version'),
    channel: value.get('Channel'),
    computer: value.get('Hostname'),
    recordId: value.get('RecordNumber'),
    timeCreated: value.get('EventTime'),
  });
  for (const [key, given] of value.entries) {
    const name = key.replace(/^(?:EventData|UserData)\./, '');
    if (OWN.has(key) || typeof given === 'object') continue;
    const fault = name === 'Binary' ? undefined : takeDatum(draft, UNNAMED.test(name) ? undefined : name, given);
    if (fault) return { fault };
    if (name === 'Binary') draft.binary = binaryText(given);
  }
  recoverFromMessage(draft, value.get('Message'));
  return { draft };
}
