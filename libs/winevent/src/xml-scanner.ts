import type { EventFaultCode } from './event-fault.js';
import { decodeEntities } from './xml-entities.js';

export type XmlToken = 'open' | 'close' | 'text' | 'fault' | 'end';

const NAME_END = /[\s/>=<"']/g;
const SPACE = /\s*/y;
const LONGEST_NAME = 128;
const MOST_ATTRIBUTES = 32;
const LONGEST_ATTRIBUTE = 4096;
const EVENT_TAG = /<(\/?)(?:[A-Za-z_][\w.-]{0,32}:)?Event(?=[\s/>])/y;
const DECLARATION = /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/iy;

/**
 * Walks XML text from left to right, one token per call. It reads, it does not judge: names are not matched with each
 * other, and comments and processing instructions are passed over. Every character is looked at a bounded number of times,
 * whatever the text. After `fault` the caller chooses where to go on.
 */
export class XmlScanner {
  /** Where the next token is looked for. */
  position = 0;
  /** Where the last token, or the last fault, begins. */
  start = 0;
  /** Local name of the last tag; its prefix is not part of it. */
  name = '';
  /** Of the last `open`: whether it closes itself. */
  selfClosing = false;
  /** Of the last `fault`. */
  faultCode: EventFaultCode = 'xml-malformed';
  faultDetail = '';
  #attributes: string[] = [];
  #textEnd = 0;
  #literal = false;
  readonly #found = new Map<string, { from: number; at: number }>();

  constructor(readonly source: string) {
    if (source.startsWith('\uFEFF')) this.position = 1;
  }

  next(): XmlToken {
    for (;;) {
      this.start = this.position;
      if (this.position >= this.source.length) return 'end';
      if (this.source[this.position] !== '<') return this.#text();
      const token = this.#markup();
      if (token) return token;
    }
  }

  /** Value of an attribute of the last `open`, with references resolved. */
  attribute(name: string): string | undefined {
    for (let i = 0; i < this.#attributes.length; i += 2) {
      if (this.#attributes[i] === name) return decodeEntities(this.#attributes[i + 1]!);
    }
    return undefined;
  }

  /** The last `text`, with references resolved. */
  text(): string {
    const raw = this.source.slice(this.start, this.#textEnd);
    return this.#literal ? raw : decodeEntities(raw);
  }

  /**
   * Goes on at the next `<Event …>`, or behind the next `</Event>` when that one comes first and `insideEvent` says that it
   * belongs to what is being left. Never stays where it is.
   */
  resync(insideEvent: boolean): void {
    let at = this.source.indexOf('<', Math.max(this.start, this.position));
    let tag: RegExpExecArray | null = null;
    while (at >= 0) {
      EVENT_TAG.lastIndex = at;
      tag = EVENT_TAG.exec(this.source);
      if (tag && (tag[1] === '' || insideEvent)) break;
      at = this.source.indexOf('<', at + 1);
    }
    if (at < 0) this.position = this.source.length;
    else this.position = tag?.[1] === '' ? at : this.#behindTag(EVENT_TAG.lastIndex);
  }

  /** Behind the `>` of a closing tag, or where that tag breaks off. */
  #behindTag(from: number): number {
    const end = this.#skipSpace(from);
    return this.source[end] === '>' ? end + 1 : end;
  }

  #text(): XmlToken {
    const end = this.source.indexOf('<', this.position);
    this.#textEnd = end < 0 ? this.source.length : end;
    this.#literal = false;
    this.position = this.#textEnd;
    return 'text';
  }

  #markup(): XmlToken | undefined {
    const second = this.source[this.start + 1];
    if (second === '?') return this.#pass('?>', 'processing instruction');
    if (second === '!') return this.#declaration();
    return second === '/' ? this.#close() : this.#open();
  }

  #declaration(): XmlToken | undefined {
    if (this.source.startsWith('<!--', this.start)) return this.#pass('-->', 'comment');
    if (this.source.startsWith('<![CDATA[', this.start)) return this.#cdata();
    DECLARATION.lastIndex = this.start;
    if (DECLARATION.test(this.source)) return this.#fault('dtd-refused', 'a declaration is not read here', this.start);
    return this.#fault('xml-malformed', 'a markup declaration that XML does not know', this.start);
  }

  #pass(terminator: string, what: string): XmlToken | undefined {
    const end = this.#find(terminator, this.start + 2);
    if (end < 0) return this.#fault('xml-unclosed', `a ${what} is not closed`, this.start);
    this.position = end + terminator.length;
    return undefined;
  }

  #cdata(): XmlToken {
    const from = this.start + '<![CDATA['.length;
    const end = this.#find(']]>', from);
    if (end < 0) return this.#fault('xml-unclosed', 'a CDATA section is not closed', this.start);
    this.start = from;
    this.#textEnd = end;
    this.#literal = true;
    this.position = end + 3;
    return 'text';
  }

  #close(): XmlToken {
    const name = this.#readName(this.start + 2);
    if (name === undefined) return this.#tagFault(this.start);
    const end = this.#skipSpace(this.position);
    if (this.source[end] !== '>') return this.#tagFault(end);
    this.name = name;
    this.position = end + 1;
    return 'close';
  }

  #open(): XmlToken {
    const name = this.#readName(this.start + 1);
    if (name === undefined) return this.#tagFault(this.start);
    this.#attributes = [];
    for (;;) {
      const at = this.#skipSpace(this.position);
      if (this.source[at] === '>') return this.#opened(name, at + 1, false);
      if (this.source[at] === '/' && this.source[at + 1] === '>') return this.#opened(name, at + 2, true);
      if (at === this.position || !this.#readAttribute(at)) return this.#tagFault(at);
    }
  }

  #opened(name: string, behind: number, selfClosing: boolean): XmlToken {
    this.name = name;
    this.selfClosing = selfClosing;
    this.position = behind;
    return 'open';
  }

  /** Reads `name = "value"` at `at`; false when it is not one. The prefix of the name is dropped. */
  #readAttribute(at: number): boolean {
    const name = this.#readName(at);
    if (name === undefined || this.#attributes.length >= 2 * MOST_ATTRIBUTES) return false;
    const equals = this.#skipSpace(this.position);
    if (this.source[equals] !== '=') return false;
    const from = this.#skipSpace(equals + 1) + 1;
    const quote = this.source[from - 1];
    if (quote !== '"' && quote !== "'") return false;
    const end = this.#find(quote, from);
    const value = end < 0 ? '<' : this.source.slice(from, end);
    if (value.length > LONGEST_ATTRIBUTE || value.includes('<')) return false;
    this.#attributes.push(name, value);
    this.position = end + 1;
    return true;
  }

  /** Reads a name at `at` and moves behind it; gives its local part. */
  #readName(at: number): string | undefined {
    NAME_END.lastIndex = at;
    const end = NAME_END.exec(this.source)?.index ?? this.source.length;
    if (end === at || end - at > LONGEST_NAME) return undefined;
    this.position = end;
    const name = this.source.slice(at, end);
    return name.slice(name.indexOf(':') + 1);
  }

  #skipSpace(at: number): number {
    SPACE.lastIndex = at;
    SPACE.test(this.source);
    return SPACE.lastIndex;
  }

  /** `indexOf` that remembers its last answer, so that many unclosed sections do not each search to the end. */
  #find(terminator: string, from: number): number {
    const last = this.#found.get(terminator);
    if (last && from >= last.from && (last.at < 0 || from <= last.at)) return last.at;
    const at = this.source.indexOf(terminator, from);
    this.#found.set(terminator, { from, at });
    return at;
  }

  #tagFault(at: number): XmlToken {
    if (at >= this.source.length) return this.#fault('xml-unclosed', 'the text ends inside a tag', at);
    return this.#fault('xml-malformed', 'this is not a tag', at);
  }

  #fault(code: EventFaultCode, detail: string, at: number): XmlToken {
    this.faultCode = code;
    this.faultDetail = detail;
    this.position = Math.max(this.start + 1, Math.min(at, this.source.length));
    this.start = at;
    return 'fault';
  }
}
