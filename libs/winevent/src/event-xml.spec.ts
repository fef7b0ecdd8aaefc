import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEventXml, splitEvents } from './event-xml.js';
import type { WindowsEvent } from './windows-event.js';

const SYSTEM =
  "<System><Provider Name='disk'/><EventID Qualifiers='32772'>153</EventID><Level>3</Level>" +
  "<TimeCreated SystemTime='2022-10-25T10:20:14.545597800Z'/><EventRecordID>436</EventRecordID>" +
  '<Channel>System</Channel><Computer>PC7</Computer><Security/></System>';
const withData = (inside: string) => `<Event xmlns='x'>${SYSTEM}<EventData>${inside}</EventData></Event>`;
const GOOD = withData('<Data>a</Data>');

const slices = (text: string) => [...splitEvents(text)];
const told = (text: string) => slices(text).map((one) => (one.ok ? 'ok' : one.error.code));
const faultOf = (text: string) => {
  const read = readEventXml(text);
  return read.ok ? undefined : read.error;
};
const eventOf = (text: string): WindowsEvent => {
  const read = readEventXml(text);
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.detail}`);
  return read.value;
};
const valuesOf = (inside: string) => eventOf(withData(inside)).data.map(({ value }) => value);

describe('readEventXml', () => {
  it('reads the line that wevtutil prints', () => {
    expect(eventOf(withData('<Data>\\Device\\Harddisk0\\DR0</Data><Binary>0f01aB</Binary>'))).toEqual({
      provider: 'disk',
      eventId: 153,
      qualifiers: 32772,
      level: 3,
      timeRaw: '2022-10-25T10:20:14.545597800Z',
      timeMs: Date.UTC(2022, 9, 25, 10, 20, 14, 545),
      recordId: '436',
      channel: 'System',
      computer: 'PC7',
      data: [{ value: '\\Device\\Harddisk0\\DR0' }],
      binary: '0F01AB',
    });
  });

  it('reads the same event from double quotes, blanks and line breaks', () => {
    const pretty = GOOD.replaceAll("'", '"').replaceAll('/>', ' />').replaceAll('><', '>\r\n  <');
    expect(eventOf(`<?xml version="1.0"?>\n<!-- a note -->\n${pretty}\n`)).toEqual(eventOf(GOOD));
  });

  it('reads the same event behind a namespace prefix', () => {
    const prefixed = GOOD.replace("xmlns='x'", "xmlns:e='x'").replace(/<(\/?)(?=[A-Z])/g, '<$1e:');
    expect(prefixed).toContain('<e:Event ');
    expect(eventOf(prefixed)).toEqual(eventOf(GOOD));
  });

  it('reads the same event with the dashes of a copied tree view', () => {
    expect(eventOf(`- ${GOOD.replace('<System>', '\n- <System>').replace('<EventData>', '\n- <EventData>')}`)).toEqual(
      eventOf(GOOD),
    );
  });

  it.each<[string, string, string[]]>([
    ['an empty element', '<Data/><Data /><Data></Data><Data>x</Data>', ['', '', '', 'x']],
    ['CDATA', '<Data><![CDATA[a<b>&amp;]]>c</Data>', ['a<b>&amp;c']],
    ['a comment inside a value', '<Data>a<!-- <Data>no</Data> -->b</Data>', ['ab']],
    ['references', '<Data>&#x200E;4&lt;5&amp;&unknown;</Data>', ['\u200E4<5&&unknown;']],
    ['a greater-than sign in an attribute', '<Data Name="a>b">x</Data>', ['x']],
    ['elements inside a value', '<Data>a<b>c</b>d</Data>', ['acd']],
    ['line ends as XML does', '<Data>a\r\nb\rc&#13;d</Data>', ['a\nb\nc\nd']],
    ['what no database text holds', '<Data>a\0b\uD800c\u{1F4BD}</Data>', ['a\uFFFDb\uFFFDc\u{1F4BD}']],
    ['nothing but Data and Binary as data', '<ComplexData>no</ComplexData><Data>x</Data>', ['x']],
  ])('reads %s', (_, inside, values) => expect(valuesOf(inside)).toEqual(values));

  it('keeps names, and takes an empty name for none', () => {
    const { data } = eventOf(withData("<Data Name='a&amp;b'>1</Data><Data Name=''>2</Data><Data>3</Data>"));
    expect(data).toEqual([{ name: 'a&b', value: '1' }, { value: '2' }, { value: '3' }]);
  });

  it('does not look at RenderingInfo', () => {
    const rendered = GOOD.replace(
      '</Event>',
      "<RenderingInfo Culture='de-DE'><Level>Warnung</Level><Provider>P</Provider><Data>no</Data></RenderingInfo></Event>",
    );
    expect(eventOf(rendered)).toEqual(eventOf(GOOD));
  });

  it('takes the innermost elements of UserData for data', () => {
    const user = `<Event>${SYSTEM}<UserData><Cleared xmlns='y'><Who>a</Who><Deep><Channel>b</Channel></Deep></Cleared></UserData></Event>`;
    expect(eventOf(user).data).toEqual([
      { name: 'Who', value: 'a' },
      { name: 'Channel', value: 'b' },
    ]);
    expect(eventOf(user).channel).toBe('System');
  });

  it('takes Qualifiers without a value for absent', () => {
    expect(eventOf(GOOD.replace("'32772'", "''")).qualifiers).toBeUndefined();
  });

  it.each<[string, string, string]>([
    ['no event', 'not-an-event', ''],
    ['two events', 'events-too-many', GOOD + GOOD],
    ['no provider', 'provider-missing', GOOD.replace("Name='disk'", '')],
    ['no event id', 'event-id-invalid', GOOD.replace('>153<', '><')],
    ['an event id of 17 bits', 'event-id-invalid', GOOD.replace('>153<', '>65536<')],
    ['no time', 'time-invalid', GOOD.replace('SystemTime', 'Other')],
    ['a record id of 65 bits', 'field-invalid', GOOD.replace('>436<', '>18446744073709551616<')],
    ['a level that is a word', 'field-invalid', GOOD.replace('>3<', '>Warning<')],
    ['half a byte', 'binary-invalid', withData('<Binary>0F0</Binary>')],
    ['no hex', 'binary-invalid', withData('<Binary>0G</Binary>')],
    ['257 values', 'data-too-many', withData('<Data/>'.repeat(257))],
    ['a value beyond 64 KiB', 'data-value-too-long', withData(`<Data>${'x'.repeat(65_537)}</Data>`)],
    ['a value beyond 64 KiB in pieces', 'data-value-too-long', withData(`<Data>${'x<!---->'.repeat(65_537)}</Data>`)],
    ['a name beyond 128', 'data-name-too-long', withData(`<Data Name='${'n'.repeat(129)}'/>`)],
    ['a document type', 'dtd-refused', `<!DOCTYPE Event [<!ENTITY a "b">]>${GOOD}`],
    ['an entity declaration inside', 'dtd-refused', withData('<!ENTITY a "b">')],
    ['crossed tags', 'xml-malformed', withData('<Data>a</Date>')],
    ['an attribute without quotes', 'xml-malformed', withData('<Data Name=a/>')],
    ['a bare less-than sign', 'xml-malformed', withData('<Data>1 < 2</Data>')],
    ['a bottomless pit', 'xml-too-deep', withData('<a>'.repeat(100_000))],
    ['half an event', 'xml-unclosed', GOOD.slice(0, -3)],
  ])('refuses %s', (_, code, text) => expect(faultOf(text)?.code).toBe(code));

  it('accepts what is just inside the bounds', () => {
    const inside = `<Data Name='${'n'.repeat(128)}'>${'x'.repeat(65_536)}</Data>` + '<Data/>'.repeat(255);
    expect(valuesOf(inside)).toHaveLength(256);
    expect(eventOf(GOOD.replace('>436<', '>18446744073709551615<')).recordId).toBe('18446744073709551615');
  });

  it('never expands an entity that the text declares', () => {
    const bomb = `<!DOCTYPE l [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "&a;&a;">]>${withData('<Data>&b;</Data>')}`;
    expect(told(bomb)).toEqual(['dtd-refused']);
    expect(slices(bomb)[0]).toMatchObject({ start: 0, end: bomb.length });
  });
});

describe('splitEvents', () => {
  it('reads events without a root, and inside <Events>', () => {
    expect(told(GOOD + GOOD + '\r\n' + GOOD)).toEqual(['ok', 'ok', 'ok']);
    expect(told(`\uFEFF<?xml version="1.0"?><Events>\n${GOOD}<!-- x -->${GOOD}</Events>\n`)).toEqual(['ok', 'ok']);
    expect(told('<Events/>')).toEqual([]);
  });

  it('says where each event lies', () => {
    const text = `<Events> ${GOOD}\n${GOOD}</Events>`;
    expect(slices(text).map(({ start, end }) => text.slice(start, end))).toEqual([GOOD, GOOD]);
  });

  it.each<[string, string, string]>([
    ['a bad time', GOOD.replace('2022', '22'), 'time-invalid'],
    ['crossed tags', withData('<Data>a</Date>'), 'xml-malformed'],
    ['a missing </Event>', GOOD.slice(0, -'</Event>'.length), 'xml-unclosed'],
    ['a tag that breaks off', `<Event>${SYSTEM}<EventData><Data `, 'xml-malformed'],
    ['a CDATA section that never ends', withData('<Data><![CDATA[a</Data>'), 'xml-unclosed'],
    ['a document type inside', withData('<!DOCTYPE a>'), 'dtd-refused'],
    ['words between events', 'Too many events', 'not-an-event'],
    ['a foreign element', '<html></html>', 'not-an-event'],
    ['a closing tag of nothing', '</Event>', 'not-an-event'],
  ])('reads the neighbours of %s', (_, bad, code) => {
    expect(told(GOOD + bad + GOOD)).toEqual(['ok', code, 'ok']);
  });

  it('reports a tail that was cut off, with its place', () => {
    const whole = `${GOOD}\n`;
    const cut = whole + GOOD.slice(0, 100);
    expect(slices(cut)[1]).toMatchObject({
      ok: false,
      start: whole.length,
      end: cut.length,
      error: { code: 'xml-unclosed', offset: cut.length },
    });
    expect(slices(`<Events>${GOOD}`)[1]).toMatchObject({
      ok: false,
      error: { code: 'xml-unclosed', detail: '<Events> is not closed' },
    });
  });

  it('places a fault inside the text', () => {
    const bad = withData('<Data>a</Date>');
    expect(slices(GOOD + bad)[1]).toMatchObject({ error: { offset: GOOD.length + bad.indexOf('</Date>') } });
  });

  const pieces = [
    GOOD,
    '<Event>',
    '<Event ',
    '</Event>',
    '<Events>',
    '</Events>',
    '<System>',
    '</System>',
    '<Data>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<!',
    '"',
    "'",
    '<',
    '>',
    '&',
    '=',
    'a',
    '-',
    ' ',
    '\0',
  ];

  it('ends on any text, with slices in order that do not overlap', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (source) => {
        let end = 0;
        for (const one of splitEvents(source)) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(one.end).toBeGreaterThanOrEqual(one.start);
          expect(one.end).toBeLessThanOrEqual(source.length);
          if (!one.ok) expect(one.error.offset).toBeLessThanOrEqual(source.length);
          end = one.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every good event between pieces of garbage that open nothing', () => {
    const garbage = fc.constantFrom('x', '<a b=c>', '</x>', '<', '&', '>', '<Event>');
    fc.assert(
      fc.property(fc.array(garbage, { maxLength: 10 }), (parts) => {
        const read = told(parts.map((part) => part + GOOD).join(''));
        expect(read.filter((one) => one === 'ok')).toHaveLength(parts.length);
      }),
    );
  });

  it.each([
    '<',
    '<Event ',
    '<Event>',
    '</Event>',
    '<Event a="',
    "<Event a='b",
    '<Event><![CDATA[',
    '<Event><!--',
    '<Event><?',
    '<!--',
    '<![CDATA[',
    '<Events>',
    '&',
    '&#x',
    '<Event><System>&lt;',
    '<Event><System><EventID>1',
    '<a ',
    '<Event a=\t',
    'x',
    ' ',
    '<Event><System></EventData>',
  ])('takes time in proportion to 300 kB of %j', (piece) => {
    const text = piece.repeat(Math.ceil(300_000 / piece.length));
    const begun = process.cpuUsage();
    for (const one of splitEvents(text)) if (one.end < 0) throw new Error('unreachable');
    for (const one of splitEvents(`${text}]]>-->?>"'</Event>`)) if (one.end < 0) throw new Error('unreachable');
    expect(process.cpuUsage(begun).user).toBeLessThan(1_500_000);
  });
});
