import { describe, expect, it } from 'vitest';
import { EVERY_KIND } from '../../explain/disk-events.fixture.js';
import { heard } from '../witnesses.fixture.js';
import { eventMeaning, srbMeaning } from './event-meaning.js';

const about = (...event: Parameters<typeof heard>) => eventMeaning(heard(...event).event).about;

describe('eventMeaning', () => {
  it('asks the disk first, then the adapter, then the status, then the kind', () => {
    const sense = { key: 3, asc: 0x11, ascq: 0 };
    const all = { sense, srbStatus: 0x09, status: 0xc000000e };
    expect(about('io-retried', { event: all })).toBe('media');
    expect(about('io-retried', { event: { ...all, sense: undefined } })).toBe('timeout');
    expect(about('io-retried', { event: { status: 0xc000000e } })).toBe('device-gone');
    expect(about('io-retried')).toBe('timeout');
  });

  it('takes a checksum error of a SATA cable for the link, although its key says hardware', () => {
    expect(about('hardware-error', { event: { sense: { key: 4, asc: 0x08, ascq: 0x03 } } })).toBe('link');
    expect(about('hardware-error', { event: { sense: { key: 4, asc: 0x44, ascq: 0 } } })).toBe('media');
  });

  it('tells a timeout from a link by the status', () => {
    expect(about('request-failed', { event: { status: 0xc00000b5 } })).toBe('timeout');
    expect(about('request-failed', { event: { status: 0xc000009d } })).toBe('link');
  });

  it('counts an event that was retried half', () => {
    const worth = (wasRetried: boolean) =>
      eventMeaning(heard('paging-error', { event: { srbStatus: 0x0e, wasRetried } }).event).worth;
    expect(worth(true)).toBe(worth(false) / 2);
  });

  it.each(EVERY_KIND)('has a meaning for %s, with a worth from 0 to 1', (kind) => {
    const { about: what, worth } = eventMeaning(heard(kind).event);
    expect(worth).toBeGreaterThanOrEqual(0);
    expect(worth).toBeLessThanOrEqual(1);
    expect(worth === 0).toBe(what === 'nothing');
  });

  it('reads nothing from a failure of the dump, a healthy volume, or an outcome of a reset', () => {
    for (const kind of ['dump-write-failed', 'dump-written', 'volume-health', 'reset-outcome', 'recovered'] as const)
      expect(about(kind, { event: { status: 0xc000009c } })).toBe('nothing');
  });
});

describe('srbMeaning', () => {
  it('has none for success, for ERROR, and for what is not in srb.h', () => {
    for (const srbStatus of [0x00, 0x01, 0x04, 0x3f, undefined]) expect(srbMeaning(srbStatus)).toBeUndefined();
  });
});
