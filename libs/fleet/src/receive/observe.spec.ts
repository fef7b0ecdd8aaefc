import type { InpageRecord } from '@inpage/contracts';
import { describe, expect, it } from 'vitest';
import { observe } from './observe.js';

const beatAt = (at: string): InpageRecord => ({ kind: 'beat', at, computer: 'PC-HEALTHY' });

describe('observe', () => {
  it('dates what it reads, and says whose it is as far as the record says', () => {
    expect(observe(beatAt('2026-07-22T14:00:00.5+02:00'))).toMatchObject({
      ok: true,
      value: { kind: 'beat', atMs: Date.UTC(2026, 6, 22, 12, 0, 0, 500), computer: 'PC-HEALTHY' },
    });
  });

  it.each([
    '2026-02-30T12:00:00Z',
    '2026-07-22T24:00:00Z',
    '2026-07-22T12:60:00Z',
    '2026-07-22T12:00:00+99:00',
    '0000-01-01T00:00:00Z',
    '1600-12-31T23:59:59Z',
  ])('refuses %s, which is no time that Windows can mean', (at) => {
    expect(observe(beatAt(at))).toEqual({
      ok: false,
      error: { code: 'record-invalid', detail: 'at: there is no such time.' },
    });
  });

  it('prefers the computer that a record names over the one in its event', () => {
    const event = { provider: 'disk', eventId: 7, timeCreated: '2026-07-22T12:00:00Z', computer: 'old-name' };
    expect(observe({ kind: 'event', event })).toMatchObject({ value: { computer: 'old-name' } });
    expect(observe({ kind: 'event', event, computer: 'pc-healthy' })).toMatchObject({
      value: { computer: 'pc-healthy' },
    });
  });

  it.each(['0', '0g', '0x00'])('refuses the binary %j of an event, which is no hex', (binary) => {
    const event = { provider: 'disk', eventId: 7, timeCreated: '2026-07-22T12:00:00Z', binary };
    expect(observe({ kind: 'event', event })).toMatchObject({ ok: false, error: { code: 'record-invalid' } });
  });

  it('refuses an event that cannot be read, and says why', () => {
    expect(observe({ kind: 'event', xml: '<Event>' })).toMatchObject({ ok: false, error: { code: 'record-invalid' } });
  });
});
