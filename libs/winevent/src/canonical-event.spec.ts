import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalEvent } from './canonical-event.js';
import { readEventJson } from './event-json.js';
import { readEventXml } from './event-xml.js';
import type { EventDatum, WindowsEvent } from './windows-event.js';

const EVENT: WindowsEvent = {
  provider: 'Disk',
  eventId: 51,
  channel: 'System',
  recordId: '543',
  timeRaw: '2017-07-23T07:16:52.5997770Z',
  timeMs: Date.UTC(2017, 6, 23, 7, 16, 52, 599),
  data: [{ value: 'a' }, { name: 'n', value: '' }],
  binary: '0F',
};
const textWith = (more: Partial<WindowsEvent>) => canonicalEvent({ ...EVENT, ...more });

describe('canonicalEvent', () => {
  it('is a promise about stored identities: this text never changes', () => {
    expect(canonicalEvent(EVENT)).toBe('event1;4:disk51;6:system3:54318:1314526781259977702;-1:a1:n0:2:0F');
  });

  it.each<[string, Partial<WindowsEvent>]>([
    ['the case of the provider', { provider: 'disk' }],
    ['the case of the channel', { channel: 'SYSTEM' }],
    ['the computer', { computer: 'pc7.corp.example' }],
    ['version, level and qualifiers', { version: 3, level: 2, qualifiers: 9 }],
    ['the spelling of the time', { timeRaw: '2017-07-23T09:16:52.599777099+02:00' }],
    ['the case of the binary', { binary: '0f' }],
  ])('does not depend on %s', (_, more) => expect(textWith(more)).toBe(canonicalEvent(EVENT)));

  it.each<[string, Partial<WindowsEvent>]>([
    ['the id', { eventId: 52 }],
    ['the record id', { recordId: undefined }],
    ['100 ns', { timeRaw: '2017-07-23T07:16:52.5997771Z' }],
    ['the order of data', { data: [...EVENT.data].reverse() }],
    ['a name', { data: [{ value: 'a' }, { name: 'm', value: '' }] }],
    ['an empty value more', { data: [...EVENT.data, { value: '' }] }],
    ['the binary', { binary: undefined }],
  ])('depends on %s', (_, more) => expect(textWith(more)).not.toBe(canonicalEvent(EVENT)));

  const text = fc.string({ unit: fc.constantFrom('a', '1', ':', ';', '-'), maxLength: 4 });
  const data = fc.array(fc.record({ name: fc.option(text.filter(Boolean), { nil: undefined }), value: text }), {
    maxLength: 3,
  });

  it('gives two different lists of data two different texts', () => {
    const keyOf = (list: readonly EventDatum[]) => JSON.stringify(list.map(({ name = null, value }) => [name, value]));
    fc.assert(
      fc.property(data, data, text, text, (a, b, binaryA, binaryB) => {
        const same = keyOf(a) === keyOf(b) && binaryA.toUpperCase() === binaryB.toUpperCase();
        expect(textWith({ data: a, binary: binaryA }) === textWith({ data: b, binary: binaryB })).toBe(same);
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same from XML and from JSON, whatever the data holds', () => {
    const datum = fc.record({
      name: fc.option(fc.string({ maxLength: 9, unit: 'grapheme' }), { nil: undefined }),
      value: fc.string({ unit: 'binary' }),
    });
    fc.assert(
      fc.property(fc.array(datum, { maxLength: 5 }), (list) => {
        const fromXml = readEventXml(xmlOf(list));
        const fromJson = readEventJson({
          provider: 'PROV',
          eventId: '7',
          channel: 'system',
          recordId: '0012',
          timeCreated: '2026-07-22T10:00:00.12Z',
          data: list,
          binary: 'ab',
        });
        expect(fromXml.ok && fromJson.ok).toBe(true);
        if (fromXml.ok && fromJson.ok) expect(canonicalEvent(fromXml.value)).toBe(canonicalEvent(fromJson.value));
      }),
    );
  });

  it('costs microseconds, because it runs once per record', () => {
    const begun = performance.now();
    let length = 0;
    for (let i = 0; i < 20_000; i++) length += canonicalEvent({ ...EVENT, eventId: i }).length;
    expect(length).toBeGreaterThan(0);
    expect((performance.now() - begun) / 20_000).toBeLessThan(0.05);
  });
});

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const xmlOf = (list: readonly EventDatum[]) =>
  `<Event><System><Provider Name="Prov"/><EventID>7</EventID><TimeCreated SystemTime="2026-07-22T10:00:00.120000000Z"/>` +
  `<EventRecordID>12</EventRecordID><Channel>System</Channel></System><EventData>` +
  list
    .map(({ name, value }) => `<Data${name === undefined ? '' : ` Name="${escaped(name)}"`}>${escaped(value)}</Data>`)
    .join('') +
  `<Binary>AB</Binary></EventData></Event>`;
