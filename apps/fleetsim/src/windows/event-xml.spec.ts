import { describe, expect, it } from 'vitest';
import { classic } from './event.js';
import { eventXml } from './event-xml.js';

const origin = { computer: "o'brien & <sons>", recordId: 41 };
const event = classic({
  ...{ atMs: Date.UTC(2026, 0, 1, 12, 30, 5, 70), provider: 'disk', eventId: 7, qualifiers: 49156, level: 2 },
  ...{ data: ['a < b & "c"', ''], binary: '00FF' },
});

describe('eventXml', () => {
  it('prints one line with single quotes, as wevtutil does', () => {
    const xml = eventXml(event, origin);
    expect(xml).toMatch(
      /^<Event xmlns='http:\/\/schemas\.microsoft\.com\/win\/2004\/08\/events\/event'><System><Provider Name='disk'\/>/,
    );
    expect(xml).toContain("<EventID Qualifiers='49156'>7</EventID>");
    expect(xml).toContain("<TimeCreated SystemTime='2026-01-01T12:30:05.0700000Z'/>");
    expect(xml).not.toContain('\n');
  });

  it('escapes what XML needs escaped', () => {
    const xml = eventXml(event, origin);
    expect(xml).toContain('<Computer>o&apos;brien &amp; &lt;sons&gt;</Computer>');
    expect(xml).toContain('<Data>a &lt; b &amp; &quot;c&quot;</Data><Data></Data><Binary>00FF</Binary>');
  });

  it('names data that have names', () => {
    const named = { ...event, binary: undefined, data: [{ name: 'param1', value: '1' }] };
    expect(eventXml(named, origin)).toContain("<EventData><Data Name='param1'>1</Data></EventData>");
  });
});
