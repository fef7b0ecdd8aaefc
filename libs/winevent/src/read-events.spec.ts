import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvents } from './read-events.js';
import { stopEvidence } from './read-stop-evidence.js';
import type { WindowsEvent } from './windows-event.js';

const AT = '2026-07-22T10:00:00.1234567Z';
const read = (source: unknown) => [...readEvents(source)].map((one) => (one.ok ? one.value : one.error.code));
const only = (source: unknown): WindowsEvent => {
  const events = read(source);
  if (events.length !== 1 || typeof events[0] === 'string') throw new Error(JSON.stringify(events));
  return events[0] as WindowsEvent;
};
const text = (value: unknown): string => JSON.stringify(value);

const XML = `<Event><System><Provider Name='disk'/><EventID>7</EventID><TimeCreated SystemTime='${AT}'/></System></Event>`;
const DISK_7 = { provider: 'disk', eventId: 7, timeRaw: AT };
const fluentBit = (more: object) => ({
  ProviderName: 'disk',
  EventID: 7,
  TimeCreated: '2026-07-22 12:00:00 +0200',
  ...more,
});
const POWER = 'Microsoft-Windows-Kernel-Power';

describe('readEvents', () => {
  it.each<[string, unknown]>([
    ['event XML', XML],
    ['event XML behind a byte order mark', `\uFEFF  ${XML}`],
    ['an Inpage event', { provider: 'disk', eventId: 7, timeCreated: AT }],
    ['an Inpage record', { kind: 'event', event: { provider: 'disk', eventId: { id: 7 }, timeCreated: AT } }],
    ['an Inpage record with XML', { kind: 'event', xml: XML }],
    ['XML beside other members', { event_id: 7, xml: XML, provider_name: 'x' }],
    ['Fluent Bit with render_event_as_xml', { date: 1, System: XML, Message: 'x' }],
    ['NXLog with the XML', { SourceName: 'disk', EventID: 7, EventTime: 'x', EventXML: XML }],
    ['Splunk HEC', { time: 1, event: XML }],
    [
      'Splunk HEC around JSON in a text',
      { sourcetype: 's', event: text({ provider: 'disk', eventId: 7, timeCreated: AT }) },
    ],
    ['a Loki push of XML lines', { streams: [{ stream: {}, values: [['1', XML]] }] }],
    [
      'OTLP around a Loki line',
      {
        resourceLogs: [
          {
            scopeLogs: [
              { logRecords: [{ body: { stringValue: text({ source: 'disk', event_id: 7, timeCreated: AT }) } }] },
            ],
          },
        ],
      },
    ],
    ['OTLP of 2022', { resourceLogs: [{ instrumentationLibraryLogs: [{ logs: [{ body: { stringValue: XML } }] }] }] }],
    ['a Winlogbeat 6 document', { '@timestamp': AT, source_name: 'disk', event_id: 7, record_number: '5' }],
    ['a list', [{ provider: 'disk', eventId: 7, timeCreated: AT }]],
  ])('reads %s, parsed or as a text', (_, source) => {
    expect(only(source)).toMatchObject(DISK_7);
    expect(only(typeof source === 'string' ? source : text(source))).toMatchObject(DISK_7);
  });

  it('reads NDJSON in which the shapes differ, and says where there is no event', () => {
    const lines = [
      text({ create: { _index: 'x' } }),
      text(fluentBit({})),
      'broken {',
      text({ hello: 'world' }),
      '"text"',
      '7',
      text({ event: XML, host: 'h' }),
    ];
    expect(read(lines.join('\n'))).toMatchObject([
      { eventId: 7 },
      'json-malformed',
      'not-an-event',
      'not-an-event',
      'not-an-event',
      { eventId: 7 },
    ]);
    expect(read('{"hello":1}\n"text" 7')).toEqual(['not-an-event', 'not-an-event', 'not-an-event']);
    expect(read('')).toEqual([]);
    expect(read(undefined)).toEqual(['not-an-event']);
  });

  it('does not unwrap for ever', () => {
    let source: object = { provider: 'disk', eventId: 7, timeCreated: AT };
    for (let i = 0; i < 7; i++) source = { host: 'h', event: source };
    expect(only(source)).toMatchObject(DISK_7);
    for (let i = 0; i < 7; i++) source = { host: 'h', event: source };
    expect(read(source)).toEqual(['wrapped-too-deep']);
  });

  it('judges every clothing alike', () => {
    expect(read(fluentBit({ EventID: 70_000_000_000 }))).toEqual(['event-id-invalid']);
    expect(read(fluentBit({ ProviderName: '' }))).toEqual(['provider-missing']);
    expect(read(fluentBit({ StringInserts: Array(300).fill('') }))).toEqual(['data-too-many']);
    expect(read({ SourceName: 'disk', EventID: 7, EventTime: '2026-07-22 10:00:00' })).toEqual(['time-invalid']);
    expect(
      read({ winlog: { provider_name: 'disk', event_data: { Binary: '0' } }, event: { code: '7' }, '@timestamp': AT }),
    ).toEqual(['binary-invalid']);
  });
});

describe('times and ids', () => {
  it.each<[unknown, string]>([
    ['2026-07-22 12:00:00 +0200', '2026-07-22T12:00:00+0200'],
    ['2026-07-22 10:00:00.5 UTC', '2026-07-22T10:00:00.5Z'],
    [1784714400, '2026-07-22T10:00:00.0000000Z'],
    ['1784714400123', '2026-07-22T10:00:00.1230000Z'],
    [1784714400123456, '2026-07-22T10:00:00.1234560Z'],
    ['1784714400123456789', '2026-07-22T10:00:00.123456789Z'],
  ])('reads a time written as %s', (TimeCreated, timeRaw) => {
    expect(only(fluentBit({ TimeCreated }))).toMatchObject({ timeRaw });
    expect(Math.floor(only(fluentBit({ TimeCreated })).timeMs / 1000)).toBe(1784714400);
  });

  it('splits an event id that carries its qualifiers', () => {
    expect(only(fluentBit({ EventID: 0x400003e9 }))).toMatchObject({ eventId: 1001, qualifiers: 0x4000 });
  });

  it('reads levels by number and by name, and leaves out what it does not know', () => {
    const levels = [3, '3', 'Warning', 'critical', 'Avertissement', ''].map(
      (Level) => only(fluentBit({ Level })).level,
    );
    expect(levels).toEqual([3, 3, 3, 1, undefined, undefined]);
  });
});

describe('data that collectors reshaped', () => {
  const PARAMETERS = ['0xffffc1049a602ec0', '0xffffffffc000000e', '0x2454628c0', '0xfffff8053c2b0000'];
  const inpage = { code: 0x7a, parameters: PARAMETERS.map(BigInt) };

  it('gives Kernel-Power 41 its names back', () => {
    const head = { ProviderName: POWER, EventID: 41, Version: 2, TimeCreated: AT };
    expect(stopEvidence(only({ ...head, StringInserts: [122, ...PARAMETERS, false, 0] }))).toMatchObject({
      ...inpage,
      powerButton: false,
    });
    expect(only({ ...head, StringInserts: [122, '0x1'] }).data[0]!.name).toBeUndefined();
  });

  it('reads the oldest OTLP shape, a list of texts', () => {
    const body = {
      event_id: { id: 41 },
      provider: { name: POWER },
      system_time: AT,
      event_data: ['122', ...PARAMETERS, 'false', '0'],
    };
    expect(stopEvidence(only(body))).toMatchObject(inpage);
  });

  it('keeps all digits of a parameter that came as a JSON number, and refuses one that was rounded', () => {
    const body = `{"event_id":41,"record_id":9007199254740993,"provider_name":"${POWER}","timestamp":"${AT}","event_data":{"BugcheckCode":122,"BugcheckParameter1":1,"BugcheckParameter2":18446744072635809806,"BugcheckParameter3":0,"BugcheckParameter4":0}}`;
    expect(stopEvidence(only(body))!.parameters![1]).toBe(0xffffffffc000000en);
    expect(only(body).recordId).toBe('9007199254740993');
    expect(read(JSON.parse(body))).toEqual(['data-invalid']);
  });

  it('fills the gaps that Winlogbeat leaves for empty values', () => {
    const winlog = {
      provider_name: 'EventLog',
      event_id: '6008',
      event_data: { param1: 'a', param2: 'b', param5: '934', Binary: 'ab' },
    };
    expect(only({ winlog, '@timestamp': AT })).toMatchObject({
      data: [{ value: 'a' }, { value: 'b' }, { value: '' }, { value: '' }, { value: '934' }],
      binary: 'AB',
    });
    const manifest = { ...winlog, provider_guid: '{x}' };
    expect(only({ winlog: manifest, '@timestamp': AT }).data[0]).toEqual({ name: 'param1', value: 'a' });
  });

  it('keeps Data1 as a name where not all are of that kind, and refuses to fill absurd gaps', () => {
    const body = (event_data: object) =>
      only({ event_id: { id: 7 }, provider: { name: 'disk' }, system_time: AT, event_data }).data;
    expect(body({ Data1: 'a', Other: 'b' })).toEqual([
      { name: 'Data1', value: 'a' },
      { name: 'Other', value: 'b' },
    ]);
    expect(body({ Data999: 'a' })).toEqual([{ name: 'Data999', value: 'a' }]);
    expect(body({ Data2: 'b' })).toMatchObject([{ value: '' }, { value: 'b' }]);
  });

  it('tells the packet from the values only where a classic event has one', () => {
    const packet = '0F'.repeat(44);
    expect(only(fluentBit({ Qualifiers: 32772, StringInserts: ['d', packet] }))).toMatchObject({
      data: [{ value: 'd' }],
      binary: packet,
    });
    expect(only(fluentBit({ Qualifiers: '', StringInserts: ['d', packet] })).binary).toBeUndefined();
    expect(only(fluentBit({ Qualifiers: 16384, StringInserts: ['d', '0123456789ABCDEF'] })).data).toHaveLength(2);
  });

  it('takes from the message only what no language changes, and only when all data are lost', () => {
    const body = {
      event_id: { id: 1001 },
      provider: { name: 'Microsoft-Windows-WER-SystemErrorReporting' },
      system_time: AT,
      message: `检测错误: 0x0000007a (${PARAMETERS.join(', ')})。`,
    };
    expect(stopEvidence(only({ ...body, event_data: {} }))).toMatchObject(inpage);
    expect(only({ ...body, event_data: { param2: 'x' } }).data).toEqual([{ name: 'param2', value: 'x' }]);
    expect(only(fluentBit({ Message: 'Se detectó un error en \\Device\\Harddisk1\\DR2.' })).data).toMatchObject([
      { value: '\\Device\\Harddisk1\\DR2' },
    ]);
    expect(only(fluentBit({ Message: 'nothing to see' })).data).toEqual([]);
  });

  it('reads NXLog, whose values lie beside its own fields', () => {
    const own = {
      SourceName: POWER,
      EventID: 41,
      EventTime: AT,
      Hostname: 'pc7',
      Keywords: '-9223372036854775806',
      RecordNumber: 5,
      Channel: 'System',
      Severity: 'CRITICAL',
      Message: 'm',
    };
    const values = {
      BugcheckCode: '122',
      ...Object.fromEntries(PARAMETERS.map((value, i) => [`BugcheckParameter${i + 1}`, value])),
    };
    expect(stopEvidence(only({ ...own, ...values }))).toMatchObject(inpage);
    const prefixed = Object.fromEntries(Object.entries(values).map(([name, value]) => [`EventData.${name}`, value]));
    expect(only({ ...own, ...prefixed })).toEqual(only({ ...own, ...values }));
    expect(only({ ...own, Data: 'a', Data_1: 'b', Binary: 'ab' })).toMatchObject({
      computer: 'pc7',
      recordId: '5',
      data: [{ value: 'a' }, { value: 'b' }],
      binary: 'AB',
    });
  });

  it('reads osquery: one row, snapshots and differences, but no rows that went away', () => {
    const columns = { provider_name: 'disk', eventid: '7', datetime: AT, data: '{"EventData":{"":"a","":"b"}}' };
    expect(only({ name: 'q', columns, action: 'added' }).data).toMatchObject([{ value: 'a' }, { value: 'b' }]);
    expect(read({ snapshot: [columns, columns] })).toHaveLength(2);
    expect(read({ diffResults: { added: [columns], removed: [columns] } })).toHaveLength(1);
    expect(read({ columns, action: 'removed' })).toEqual([]);
    expect(read({ columns: { hardware_model: 'x' }, action: 'added' })).toEqual(['not-an-event']);
    expect(read({ columns: { ...columns, data: 'no json' } })).toMatchObject([{ data: [] }]);
  });

  it('reads the inner XML of Alloy, and says when it is broken', () => {
    const line = (event_data: string) => ({ source: 'disk', event_id: 7, timeCreated: AT, event_data });
    expect(only(line("<Data>a &amp; b</Data><Data Name='n'/><Binary> 0f 0F </Binary>"))).toMatchObject({
      data: [{ value: 'a & b' }, { name: 'n', value: '' }],
      binary: '0F0F',
    });
    for (const broken of ['<Data>a', '<Data>a</Binary>', '<!DOCTYPE x>', '<Data <', '</EventData>', '<a>'.repeat(20)])
      expect(read(line(broken))[0], broken).toMatch(/^(xml|dtd)-/);
  });

  it('flattens UserData that came as a map of maps', () => {
    const winlog = { provider_name: 'p', event_id: 7, user_data: { xml_name: 'E', Inner: { a: '1', b: 2 } } };
    expect(only({ winlog, '@timestamp': AT }).data).toEqual([
      { name: 'xml_name', value: 'E' },
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
    ]);
  });
});

it('answers for any value and any text', () => {
  const keys = [
    'provider',
    'eventId',
    'event',
    'winlog',
    'ProviderName',
    'EventID',
    'StringInserts',
    'streams',
    'values',
    'columns',
    'data',
    'resourceLogs',
    'scopeLogs',
    'logRecords',
    'body',
    'event_id',
    'event_data',
    'provider_name',
    'source',
    'timeCreated',
    'SourceName',
    'EventTime',
    'host',
    'log_type',
  ];
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.constant(XML),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('any'), { maxKeys: 5 }),
    ),
  })).any;
  fc.assert(
    fc.property(value, (source) => read(source).length >= 0 && read(JSON.stringify(source)).length >= 0),
    { numRuns: 1000 },
  );
  fc.assert(fc.property(fc.anything(), (source) => read(source).length >= 0));
});
