import type { EventContent, EventFrame } from './event-kinds.js';

export type XmlClothing = 'wevtutil' | 'event-viewer' | 'libevtx';

/** Inpage's own structured event. */
export interface JsonEvent {
  provider: string;
  eventId: number;
  qualifiers?: number;
  version?: number;
  level: number;
  channel: string;
  computer: string;
  recordId: string;
  timeCreated: string;
  data: (string | { name: string; value: string })[];
  binary?: string;
}

type Dress<T> = (content: EventContent, frame: EventFrame) => T;

/** How one XML source writes what all of them write. */
interface Cut {
  quote: string;
  beforeSlash: string;
  line: string;
  indent: string;
  fraction: 7 | 9;
  keywords: (digits: string) => string;
}

const CUTS: Record<XmlClothing, Cut> = {
  wevtutil: {
    quote: "'",
    beforeSlash: '',
    line: '',
    indent: '',
    fraction: 7,
    keywords: (digits) => digits.replace(/^0+/, ''),
  },
  'event-viewer': {
    quote: '"',
    beforeSlash: ' ',
    line: '\r\n',
    indent: '  ',
    fraction: 7,
    keywords: (digits) => digits.replace(/^0+/, ''),
  },
  libevtx: { quote: '"', beforeSlash: '', line: '\n', indent: '  ', fraction: 9, keywords: (digits) => digits },
};

export const EVENT_CLOTHINGS: Record<XmlClothing, Dress<string>> & { json: Dress<JsonEvent> } = {
  wevtutil: (content, frame) => xml(content, frame, CUTS.wevtutil),
  'event-viewer': (content, frame) => xml(content, frame, CUTS['event-viewer']),
  libevtx: (content, frame) => xml(content, frame, CUTS.libevtx),
  json,
};

function json(content: EventContent, frame: EventFrame): JsonEvent {
  return {
    provider: content.provider,
    eventId: content.id,
    qualifiers: content.qualifiers,
    version: content.version,
    level: content.level,
    channel: frame.channel ?? 'System',
    computer: frame.computer,
    recordId: String(frame.recordId),
    timeCreated: systemTimeText(frame, 7),
    data: content.data.map(([name, value]) => (name === undefined ? value : { name, value })),
    binary: content.binary,
  };
}

type Attributes = Record<string, string | number | undefined>;

/** Manifest events carry Opcode, Correlation and Execution; classic ones (no GUID) leave them and Version out. */
function xml(content: EventContent, frame: EventFrame, cut: Cut): string {
  const { guid } = content;
  const system = [
    empty(cut, 'Provider', { Name: content.provider, Guid: guid, EventSourceName: content.source }),
    leaf(cut, 'EventID', { Qualifiers: content.qualifiers }, String(content.id)),
    content.version === undefined ? '' : leaf(cut, 'Version', {}, String(content.version)),
    leaf(cut, 'Level', {}, String(content.level)),
    leaf(cut, 'Task', {}, String(content.task ?? 0)),
    guid ? leaf(cut, 'Opcode', {}, '0') : '',
    leaf(cut, 'Keywords', {}, `0x${cut.keywords(content.keywords)}`),
    empty(cut, 'TimeCreated', { SystemTime: systemTimeText(frame, cut.fraction) }),
    leaf(cut, 'EventRecordID', {}, String(frame.recordId)),
    guid ? empty(cut, 'Correlation', {}) : '',
    guid ? empty(cut, 'Execution', { ProcessID: 4, ThreadID: 8 }) : '',
    leaf(cut, 'Channel', {}, frame.channel ?? 'System'),
    leaf(cut, 'Computer', {}, frame.computer),
    empty(cut, 'Security', {}),
  ];
  const data = content.data.map(([name, value]) => leaf(cut, 'Data', { Name: name }, value));
  const binary = content.binary === undefined ? [] : [leaf(cut, 'Binary', {}, content.binary)];
  const sections = [nest(cut, 1, 'System', {}, system), nest(cut, 1, 'EventData', {}, [...data, ...binary])];
  return nest(cut, 0, 'Event', { xmlns: 'http://schemas.microsoft.com/win/2004/08/events/event' }, sections);
}

function nest(cut: Cut, depth: number, name: string, attributes: Attributes, children: readonly string[]): string {
  const pad = cut.indent.repeat(depth);
  const inside = children.filter(Boolean).map((child) => (depth === 1 ? pad + cut.indent + child : child));
  return `${pad}${[tag(cut, name, attributes, '>'), ...inside, `${pad}</${name}>`].join(cut.line)}`;
}

const leaf = (cut: Cut, name: string, attributes: Attributes, value: string): string =>
  value === '' ? empty(cut, name, attributes) : `${tag(cut, name, attributes, '>')}${escapeXml(value)}</${name}>`;

const empty = (cut: Cut, name: string, attributes: Attributes): string =>
  tag(cut, name, attributes, `${cut.beforeSlash}/>`);

function tag(cut: Cut, name: string, attributes: Attributes, end: string): string {
  const written = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const text = written.map(([key, value]) => ` ${key}=${cut.quote}${escapeXml(String(value))}${cut.quote}`);
  return `<${name}${text.join('')}${end}`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

export function systemTimeText({ time, ticks = 0 }: EventFrame, digits: 7 | 9): string {
  const fraction = String(time.getUTCMilliseconds()).padStart(3, '0') + String(ticks).padStart(4, '0');
  return `${time.toISOString().slice(0, 19)}.${fraction.padEnd(digits, '0')}Z`;
}
