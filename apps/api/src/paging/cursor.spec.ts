import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, readCursor, writeCursor } from './cursor.js';

const id = '00000000-c057-8000-8000-000000000001';
const print = fingerprint('groups', { sort: 'crashes', cause: ['media'] });

describe('cursor', () => {
  it('leads back to the row it was made from', () => {
    expect(readCursor(print, writeCursor(print, { key: '-12', id }), 'bigint')).toEqual({ key: '-12', id });
  });

  it.each([
    ['another list', fingerprint('crashes', { sort: 'crashes', cause: ['media'] })],
    ['another sorting', fingerprint('groups', { sort: 'last', cause: ['media'] })],
    ['another filter', fingerprint('groups', { sort: 'crashes', cause: ['link'] })],
    ['one filter less', fingerprint('groups', { sort: 'crashes' })],
  ])('is not taken for %s', (_, other) => {
    expect(() => readCursor(other, writeCursor(print, { key: '12', id }), 'bigint')).toThrow('cursor-invalid');
  });

  it('lives on when only the size of the page or the order of the parameters differs', () => {
    const same = fingerprint('groups', { limit: 7, cause: ['media'], sort: 'crashes', cursor: 'x', q: undefined });
    expect(same).toBe(print);
  });

  it.each([
    ['count', '1e3'],
    ['count', '99999999999'],
    ['bigint', '9'.repeat(19)],
    ['time', '2026-13-99T00:00:00.000000Z'],
    ['time', "now'; drop table crash"],
    ['text', 'a\0b'],
  ] as const)('refuses a key that is no %s: %j', (kind, key) => {
    expect(() => readCursor(print, writeCursor(print, { key, id }), kind)).toThrow('cursor-invalid');
  });

  it('refuses whatever else people send, and never throws anything but cursor-invalid', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.base64String()), (text) => {
        expect(() => readCursor(print, text, 'count')).toThrow('cursor-invalid');
      }),
    );
  });
});
