import { json, object, raw, type Member } from './event-collector-json.js';
import { anyValue, channel, LEVELS, mapped, named, otelBody, otlp, otlpMap } from './event-collector-otel.js';
import { EVENT_CLOTHINGS, systemTimeText } from './event-clothing.js';
import { EVENT_KINDS, type EventContent, type EventFacts, type EventFrame, type EventKind } from './event-kinds.js';

/** The ways in which collectors hand over an event. Four shapes of OpenTelemetry's `event_data`, and XML in many places. */
export const EVENT_COLLECTORS = [
  'otlp-list',
  'otlp-named',
  'otlp-datalist',
  'otlp-flat',
  'otlp-raw',
  'winlogbeat',
  'fluent-bit',
  'fluent-bit-map',
  'fluent-bit-xml',
  'vector',
  'vector-xml',
  'nxlog',
  'osquery',
  'splunk-hec',
  'alloy',
] as const;
export type EventCollector = (typeof EVENT_COLLECTORS)[number];

type Writer = (content: EventContent, frame: EventFrame) => string;

/** Writes an event as the body that a collector would send. Knows nothing of the reader, so that the two check each other. */
export const writeCollected = <K extends EventKind>(
  kind: K,
  facts: EventFacts[K] & EventFrame,
  collector: EventCollector,
): string => collectedBody(EVENT_KINDS[kind](facts), facts, collector);

/** The same for content that no kind describes. */
export const collectedBody = (content: EventContent, frame: EventFrame, collector: EventCollector): string =>
  WRITERS[collector](content, frame);

const values = ({ data, binary }: EventContent): string[] => [
  ...data.map(([, value]) => value),
  ...(binary === undefined ? [] : [binary]),
];

const wevtutil: Writer = (content, frame) => EVENT_CLOTHINGS.wevtutil(content, frame);

/** `2012-04-06 14:07:52 +0200`: local, in whole seconds. */
const fluentTime = ({ time }: EventFrame): string =>
  `${new Date(time.getTime() + 7_200_000).toISOString().slice(0, 19).replace('T', ' ')} +0200`;

const fluentBit = (content: EventContent, frame: EventFrame, data: Member): string =>
  json([
    raw([
      ['ProviderName', content.provider],
      ['ProviderGuid', content.guid ?? ''],
      ['Qualifiers', content.qualifiers ?? ''],
      ['EventID', content.id],
      ['Version', content.version ?? 0],
      ['Level', content.level],
      ['Task', content.task ?? 0],
      ['Keywords', `0x${content.keywords}`],
      ['TimeCreated', fluentTime(frame)],
      ['EventRecordID', BigInt(frame.recordId)],
      ['Channel', channel(frame)],
      ['Computer', frame.computer],
      ['Message', ''],
      data,
    ]),
  ]);

/** Fluent Bit has typed values where the provider is a manifest one: whole numbers and booleans without quotes. */
const typed = (value: string): unknown =>
  /^(?:0|[1-9]\d{0,18})$/.test(value) ? BigInt(value) : /^(true|false)$/.test(value) ? value === 'true' : value;

const osqueryData = (content: EventContent): string =>
  object([['EventData', raw([...mapped(content, () => ''), ['Binary', content.binary]])]]);

const WRITERS: Record<EventCollector, Writer> = {
  'otlp-list': otlpMap('otlp-list'),
  'otlp-named': otlpMap('otlp-named'),
  'otlp-datalist': otlpMap('otlp-datalist'),
  'otlp-flat': otlpMap('otlp-flat'),
  'otlp-raw': (content, frame) => otlp(anyValue(wevtutil(content, frame))),
  winlogbeat: (content, frame) =>
    `${object([['create', raw([['_index', 'winlogbeat']])]])}\n${object([
      ['@timestamp', frame.time.toISOString()],
      [
        'event',
        raw([
          ['code', String(content.id)],
          ['provider', content.provider],
        ]),
      ],
      ['log', raw([['level', LEVELS[content.level]?.toLowerCase()]])],
      [
        'winlog',
        raw([
          ['channel', channel(frame)],
          ['computer_name', frame.computer],
          [
            'event_data',
            raw([
              ...mapped(content, (place) => `param${place}`).filter(([, value]) => value !== ''),
              ['Binary', content.binary],
            ]),
          ],
          ['event_id', String(content.id)],
          ['provider_name', content.provider],
          ['provider_guid', content.guid],
          ['record_id', BigInt(frame.recordId)],
        ]),
      ],
    ])}\n`,
  'fluent-bit': (content, frame) =>
    fluentBit(content, frame, ['StringInserts', content.guid ? values(content).map(typed) : values(content)]),
  'fluent-bit-map': (content, frame) =>
    fluentBit(content, frame, [
      'EventData',
      raw([...mapped(content, (place) => `param${place}`), ['Binary', content.binary]]),
    ]),
  'fluent-bit-xml': (content, frame) =>
    json([
      raw([
        ['System', wevtutil(content, frame)],
        ['Message', ''],
      ]),
    ]),
  vector: (content, frame) => vector(content, frame),
  'vector-xml': (content, frame) => vector(content, frame, ['xml', wevtutil(content, frame)]),
  nxlog: (content, frame) =>
    object([
      ['EventTime', systemTimeText(frame, 7)],
      ['Hostname', frame.computer],
      ['Keywords', '9259400833873739776'],
      ['EventType', 'ERROR'],
      ['SeverityValue', 4],
      ['EventID', content.id],
      ['SourceName', content.provider],
      ['ProviderGuid', content.guid],
      ['RecordNumber', BigInt(frame.recordId)],
      ['Channel', channel(frame)],
      ['Message', ''],
      ...mapped(content, (place) => (place === 1 ? 'Data' : `Data_${place - 1}`)),
      ['Binary', content.binary],
      ['SourceModuleType', 'im_msvistalog'],
    ]),
  osquery: (content, frame) =>
    object([
      ['node_key', 'key'],
      ['log_type', 'result'],
      [
        'data',
        [
          raw([
            ['name', 'bugchecks'],
            ['action', 'added'],
            [
              'columns',
              raw([
                ['datetime', systemTimeText(frame, 9)],
                ['channel', channel(frame)],
                ['provider_name', content.provider],
                ['computer_name', frame.computer],
                ['eventid', String(content.id)],
                ['level', String(content.level)],
                ['data', osqueryData(content)],
              ]),
            ],
          ]),
        ],
      ],
    ]),
  'splunk-hec': (content, frame) =>
    object([
      ['time', 1],
      ['host', 'forwarder'],
      ['event', otelBody(content, frame, 'otlp-flat')],
    ]),
  alloy: (content, frame) => {
    const inner = /<EventData>(.*)<\/EventData>/s.exec(wevtutil(content, frame))?.[1] ?? '';
    const line = object([
      ['source', content.provider],
      ['channel', channel(frame)],
      ['computer', frame.computer],
      ['event_id', content.id],
      ['level', content.level],
      ['timeCreated', systemTimeText(frame, 7)],
      ['eventRecordID', BigInt(frame.recordId)],
      ['event_data', inner],
    ]);
    return object([
      [
        'streams',
        [
          raw([
            ['stream', raw([['job', 'windows']])],
            ['values', [['1', line]]],
          ]),
        ],
      ],
    ]);
  },
};

function vector(content: EventContent, frame: EventFrame, ...more: Member[]): string {
  const isNamed = content.data.some(([name]) => name !== undefined);
  return object([
    ['timestamp', systemTimeText(frame, 7)],
    ['event_id', content.id],
    ['record_id', BigInt(frame.recordId)],
    ['level_value', content.level],
    ['channel', channel(frame)],
    ['provider_name', content.provider],
    ['computer', frame.computer],
    ['qualifiers', content.qualifiers ?? 0],
    isNamed ? ['event_data', raw(named(content))] : ['string_inserts', content.data.map(([, value]) => value)],
    ...more,
  ]);
}
