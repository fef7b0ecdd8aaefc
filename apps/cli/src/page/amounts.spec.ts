import { expect, it } from 'vitest';
import { moment, size, span } from './amounts.js';

it.each([
  [0.02, '20 ms'],
  [1.94, '1.9 s'],
  [79, '79 s'],
  [720, '12 min'],
  [12_000, '3 h 20 min'],
  [7200, '2 h'],
  [187_200, '2 d 4 h'],
])('%d seconds are %s', (seconds, text) => expect(span(seconds)).toBe(text));

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_542_736, '1.5 MB'],
  [262_144, '262 kB'],
  [64 * 2 ** 30, '68.7 GB'],
])('%d bytes are %s', (bytes, text) => expect(size(bytes)).toBe(text));

it('tells a moment to the second, in UTC', () =>
  expect(moment('2026-11-21T17:30:00.999Z')).toBe('2026-11-21 17:30:00 UTC'));
