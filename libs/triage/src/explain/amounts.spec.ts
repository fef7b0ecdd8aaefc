import { describe, expect, it } from 'vitest';
import { howLong, howMany, howManyDays, ordinal } from './amounts.js';

describe('amounts', () => {
  it.each([
    [0, 'less than a millisecond'],
    [0.02, '20 milliseconds'],
    [1, '1 second'],
    [-6, '6 seconds'],
    [90, '90 seconds'],
    [360, '6 minutes'],
    [3600, '60 minutes'],
    [7200, '2 hours'],
    [86_400, '24 hours'],
    [5 * 86_400, '5 days'],
    [Number.NaN, 'some time'],
  ])('tells %d seconds as %s', (seconds, text) => expect(howLong(seconds)).toBe(text));

  it.each([
    [0.2, 'less than a day'],
    [1, 'a day'],
    [-2, 'two days'],
    [12, '12 days'],
    [Number.POSITIVE_INFINITY, 'some days'],
  ])('tells %d days as %s', (days, text) => expect(howManyDays(days)).toBe(text));

  it('counts one and many', () =>
    expect([howMany(1, 'reset'), howMany(14, 'reset')]).toEqual(['1 reset', '14 resets']));

  it.each([
    [3, 'third'],
    [11, '11th'],
    [21, '21st'],
    [112, '112th'],
  ])('makes %d the %s', (count, text) => expect(ordinal(count)).toBe(text));
});
