import { object, raw, type Member, type Raw } from './event-collector-json.js';
import { systemTimeText } from './event-clothing.js';
import type { EventContent } from './event-content.js';
import type { EventFrame } from './event-kinds.js';

/** By number, as Windows renders them in English. */
export const LEVELS = ['', 'Critical', 'Error', 'Warning', 'Information'];
export const named = ({ data }: EventContent): Member[] =>
  data.filter(([name]) => name !== undefined) as unknown as Member[];
export const channel = (frame: EventFrame): string => frame.channel ?? 'System';
/** Names, and for values without one whatever the collector makes up from their place among all. */
export const mapped = (content: EventContent, madeUp: (place: number) => string): Member[] =>
  content.data.map(([name, value], i) => [name ?? madeUp(i + 1), value]);

const EVENT_DATA: Record<
  'otlp-list' | 'otlp-named' | 'otlp-datalist' | 'otlp-flat',
  (content: EventContent) => unknown
> = {
  'otlp-list': ({ data }) => data.map(([, value]) => value),
  'otlp-named': (content) => raw(named(content)),
  'otlp-datalist': ({ data, binary }) =>
    raw([
      ['data', data.map(([name, value]) => raw([[name ?? '', value]]))],
      ['binary', binary ?? ''],
    ]),
  'otlp-flat': (content) => raw([...mapped(content, (place) => `Data${place}`), ['binary', content.binary]]),
};

/** What the Windows receiver of OpenTelemetry makes of an event. */
export const otelBody = (content: EventContent, frame: EventFrame, shape: keyof typeof EVENT_DATA): Raw =>
  raw([
    [
      'event_id',
      raw([
        ['qualifiers', content.qualifiers ?? 0],
        ['id', content.id],
      ]),
    ],
    [
      'provider',
      raw([
        ['name', content.provider],
        ['guid', content.guid ?? ''],
        ['event_source', content.source ?? ''],
      ]),
    ],
    ['system_time', systemTimeText(frame, 7)],
    ['computer', frame.computer],
    ['channel', channel(frame)],
    ['record_id', BigInt(frame.recordId)],
    ['level', LEVELS[content.level]],
    ['message', ''],
    ['event_data', EVENT_DATA[shape](content)],
  ]);

/** JSON of OTLP's AnyValue; 64-bit numbers are texts there. */
export function anyValue(value: unknown): unknown {
  if (typeof value === 'string') return raw([['stringValue', value]]);
  if (Array.isArray(value)) return raw([['arrayValue', raw([['values', value.map(anyValue)]])]]);
  if (typeof value !== 'object' || value === null) return raw([['intValue', String(value)]]);
  const pairs = Object.entries(value).map(([key, inner]) =>
    raw([
      ['key', key],
      ['value', anyValue(inner)],
    ]),
  );
  return raw([['kvlistValue', raw([['values', pairs]])]]);
}

export const otlp = (body: unknown): string =>
  object([
    [
      'resourceLogs',
      [
        raw([
          [
            'scopeLogs',
            [
              raw([
                [
                  'logRecords',
                  [
                    raw([
                      ['timeUnixNano', '1'],
                      ['body', body],
                    ]),
                  ],
                ],
              ]),
            ],
          ],
        ]),
      ],
    ],
  ]);

/** The record id goes through JSON.parse here, so it has to fit. */
export const otlpMap =
  (shape: keyof typeof EVENT_DATA): ((content: EventContent, frame: EventFrame) => string) =>
  (content, frame) =>
    otlp(anyValue(JSON.parse(object([['body', otelBody(content, frame, shape)]])).body));
