import { describe, expect, it } from 'vitest';
import { bytes, count, counted, percent } from './number.js';
import { stepsOf } from './steps.js';
import { ago, exactMoment, utcDay } from './time.js';
import { changeOf, trendOf } from './trend.js';
import { daysOf, windowOf } from './window.js';

describe('numbers', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1500, '1.5 kB'],
    [512_110_190_592, '512 GB'],
    [2_000_398_934_016, '2.0 TB'],
  ])('%i bytes read %s', (size, text) => expect(bytes(size)).toBe(text));

  it('group digits and agree with their noun', () => {
    expect([count(12_345), percent(0.874), counted(1, ['crash', 'crashes']), counted(0, ['crash', 'crashes'])]).toEqual(
      ['12,345', '87%', '1 crash', '0 crashes'],
    );
  });
});

describe('time', () => {
  const now = Date.parse('2026-05-03T12:00:00Z');
  it.each([
    ['2026-05-03T11:59:31Z', 'just now'],
    ['2026-05-03T11:58:00Z', '2 minutes ago'],
    ['2026-05-03T09:00:00Z', '3 hours ago'],
    ['2026-05-02T12:00:00Z', '1 day ago'],
    ['2026-03-24T12:00:00Z', '40 days ago'],
    ['2026-01-03T12:00:00Z', '4 months ago'],
    ['2024-05-03T12:00:00Z', '2 years ago'],
    ['2026-05-03T12:05:00Z', 'in 5 minutes'],
  ])('%s is %s', (iso, text) => expect(ago(iso, now)).toBe(text));

  it('names the zone and keeps the wire form in the exact moment', () => {
    expect(exactMoment('2026-05-03T12:00:00Z')).toMatch(/(UTC|GMT|[A-Z]{3,4}).*\(2026-05-03T12:00:00Z\)$/);
  });

  it('shows UTC days as UTC days wherever the reader sits', () => {
    expect(utcDay('2026-05-03')).toBe('3 May 2026');
  });
});

describe('windows', () => {
  it('end with today and are half open', () => {
    const week = windowOf(7, Date.parse('2026-03-01T23:59:59Z'));
    expect(week).toEqual({ from: '2026-02-23', to: '2026-03-02' });
    expect(daysOf(week.from, week.to)).toHaveLength(7);
  });

  it('are empty when they end before they begin', () => {
    expect(daysOf('2026-03-02', '2026-03-01')).toEqual([]);
  });
});

describe('steps', () => {
  it.each([
    ['Back up now. Replace the disk.', ['Back up now.', 'Replace the disk.']],
    ['1. Back up now. 2. Replace the disk, e.g. today.', ['Back up now.', 'Replace the disk, e.g. today.']],
    ['- Back up\n- Replace\n\n', ['Back up', 'Replace']],
    ['Update storahci.sys to 10.0.1 or later', ['Update storahci.sys to 10.0.1 or later']],
  ])('%j', (text, steps) => expect(stepsOf(text)).toEqual(steps));
});

describe('trend', () => {
  it.each([
    [120, 60, 'worse'],
    [60, 120, 'better'],
    [12, 9, 'same'],
    [0, 0, 'same'],
  ] as const)('%i after %i is %s', (now, before, trend) => expect(trendOf(now, before)).toBe(trend));

  it('has no share of nothing', () => {
    expect(changeOf(5, 0)).toBeUndefined();
    expect(changeOf(5, 10)).toBe(-0.5);
  });
});
