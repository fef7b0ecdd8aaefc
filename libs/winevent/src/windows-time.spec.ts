import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWindowsTime } from './windows-time.js';

describe('parseWindowsTime', () => {
  it.each([
    ['2012-04-06T14:07:52.000000000Z', Date.UTC(2012, 3, 6, 14, 7, 52)],
    ['2025-11-25T15:33:38.3279369Z', Date.UTC(2025, 10, 25, 15, 33, 38, 327)],
    ['2015-08-08T18:08:30Z', Date.UTC(2015, 7, 8, 18, 8, 30)],
    ['2015-08-08T18:08:30.9+02:00', Date.UTC(2015, 7, 8, 16, 8, 30, 900)],
    ['2015-08-08T18:08:30-0930', Date.UTC(2015, 7, 9, 3, 38, 30)],
    ['1601-01-01T00:00:00Z', Date.UTC(1601, 0, 1)],
    ['1969-12-31T23:59:59.9999999Z', -1],
    ['9999-12-31T23:59:59.999Z', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
  ])('reads %s', (text, ms) => expect(parseWindowsTime(text)?.ms).toBe(ms));

  it.each([
    '',
    'yesterday',
    '2015-08-08T18:08:30',
    '2015-08-08 18:08:30Z',
    '2015-02-29T00:00:00Z',
    '2015-13-01T00:00:00Z',
    '2015-00-10T00:00:00Z',
    '2015-01-01T24:00:00Z',
    '2015-01-01T00:00:60Z',
    '2015-01-01T00:00:00.Z',
    '2015-01-01T00:00:00.1234567890Z',
    '2015-01-01T00:00:00+15:00',
    '1600-12-31T23:59:59Z',
    '1601-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    ' 2015-01-01T00:00:00Z',
  ])('refuses %j', (text) => expect(parseWindowsTime(text)).toBeUndefined());

  it('counts 100 ns steps as a FILETIME and cuts off what is finer', () => {
    expect(parseWindowsTime('1601-01-01T00:00:00.0000001Z')?.ticks100ns).toBe(1n);
    expect(parseWindowsTime('1970-01-01T00:00:00Z')?.ticks100ns).toBe(116444736000000000n);
    const nine = parseWindowsTime('2022-10-25T10:20:14.545597899Z');
    expect(nine).toEqual(parseWindowsTime('2022-10-25T10:20:14.5455978Z'));
  });

  it('agrees with Date on every moment from 1601 to 9999', () => {
    const moment = fc.date({
      min: new Date('1601-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(moment, (date) => parseWindowsTime(date.toISOString())?.ms === date.getTime()));
  });
});
