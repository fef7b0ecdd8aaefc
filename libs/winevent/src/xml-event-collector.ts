import type { EventDraft } from './event-draft.js';
import { EVENT_LIMITS } from './event-fault.js';
import type { XmlScanner } from './xml-scanner.js';

type DraftText = Exclude<keyof EventDraft, 'data'>;

/** Elements of `<System>` whose text is a member of the draft. */
const SYSTEM_TEXTS = new Map<string, DraftText>([
  ['EventID', 'eventId'],
  ['Version', 'version'],
  ['Level', 'level'],
  ['EventRecordID', 'recordId'],
  ['Channel', 'channel'],
  ['Computer', 'computer'],
]);
/** Elements of `<System>` with an attribute that is a member of the draft: element, attribute, member. */
const SYSTEM_ATTRIBUTES = new Map<string, readonly [string, DraftText]>([
  ['Provider', ['Name', 'provider']],
  ['EventID', ['Qualifiers', 'qualifiers']],
  ['TimeCreated', ['SystemTime', 'timeCreated']],
]);

/**
 * Gathers the texts of one event while its elements go by. Depth 1 is `Event`, 2 a section, 3 its elements. What stands in
 * other sections (RenderingInfo above all, which is localised) is not looked at. UserData has no fixed shape: its innermost
 * elements become data under their own names.
 */
export class XmlEventCollector {
  readonly draft: EventDraft = { data: [] };
  #section = '';
  #element = '';
  #datumName: string | undefined;
  #value = '';
  #isLeaf = false;

  open(depth: number, scanner: XmlScanner): void {
    if (depth === 2) this.#section = scanner.name;
    const begins = depth === 3 || (depth > 3 && this.#section === 'UserData');
    if (!begins) return;
    this.#element = scanner.name;
    this.#isLeaf = true;
    this.#value = '';
    if (this.#section === 'System') this.#takeAttribute(scanner);
    if (this.#section === 'EventData') this.#datumName = scanner.attribute('Name');
  }

  /** Keeps a little more than an event may hold, so that the judge sees that it is too much. */
  text(depth: number, scanner: XmlScanner): void {
    if (depth >= 3 && this.#isLeaf && this.#value.length <= EVENT_LIMITS.value) this.#value += scanner.text();
  }

  close(depth: number): void {
    if (!this.#isLeaf || (depth !== 3 && this.#section !== 'UserData')) return;
    this.#isLeaf = false;
    if (this.#section === 'System') this.#takeText();
    else if (this.#section === 'UserData') this.#takeDatum(this.#element);
    else if (this.#section === 'EventData' && this.#element === 'Data') this.#takeDatum(this.#datumName);
    else if (this.#section === 'EventData' && this.#element === 'Binary')
      this.draft.binary = this.#value.replace(/\s+/g, '');
  }

  #takeAttribute(scanner: XmlScanner): void {
    const [attribute, member] = SYSTEM_ATTRIBUTES.get(scanner.name) ?? [];
    if (member) this.draft[member] = scanner.attribute(attribute!)?.trim();
  }

  #takeText(): void {
    const member = SYSTEM_TEXTS.get(this.#element);
    if (member) this.draft[member] = this.#value.trim();
  }

  #takeDatum(name: string | undefined): void {
    if (this.draft.data.length <= EVENT_LIMITS.data) this.draft.data.push({ name, value: this.#value });
  }
}
