import { describe, expect, it } from 'vitest';
import { duration, milliseconds } from './duration.js';

describe('duration', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [119, '119 seconds'],
    [600, '10 minutes'],
    [7_300, '2 hours'],
    [86_400, '24 hours'],
    [200_000, '2 days'],
  ])('%i seconds read %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });

  it('is short under a scale', () => {
    expect([60, 600, 21_600].map((seconds) => duration(seconds, 'short'))).toEqual(['1 min', '10 min', '6 hr']);
  });
});

it.each([
  [0.25, '0.3 ms'],
  [12, '12 ms'],
  [9_870, '9.9 s'],
])('%d ms read %s', (ms, text) => {
  expect(milliseconds(ms)).toBe(text);
});
