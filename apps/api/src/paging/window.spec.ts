import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, cellWindow, dayWindow, daysIn, equalParts, windowBefore } from './window.js';

const now = Date.parse('2026-11-22T23:59:59Z');
const windows = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 3660 }))
  .map(([start, days]) => ({ from: addDays('1990-01-01', start), to: addDays('1990-01-01', start + days) }));

describe('dayWindow', () => {
  it('is the last ninety days with today unless asked otherwise', () => {
    expect(dayWindow({}, now)).toEqual({ from: '2026-08-25', to: '2026-11-23' });
    expect(dayWindow({ to: '2026-03-01' }, now)).toEqual({ from: '2025-12-01', to: '2026-03-01' });
  });

  it.each([
    { from: '2026-11-23', to: '2026-11-23' },
    { from: '2026-12-01' },
    { from: '0001-01-01' },
    { to: '9999-12-31' },
    { from: '2000-01-01', to: '2020-01-01' },
  ])('refuses %j', (asked) => {
    expect(() => dayWindow(asked, now)).toThrow('request-invalid: from: ');
  });
});

describe('cellWindow', () => {
  it('reads ninety days from at most thirteen days and twelve weeks', () => {
    expect(cellWindow({ from: '2026-08-25', to: '2026-11-23' })).toEqual({
      from: '2026-08-25',
      firstWeek: '2026-08-31',
      lastWeek: '2026-11-23',
      to: '2026-11-23',
    });
  });

  it('cuts at Mondays, in order, and leaves less than a week at each end', () => {
    fc.assert(
      fc.property(windows, (window) => {
        const cut = cellWindow(window);
        expect([cut.from, cut.firstWeek, cut.lastWeek, cut.to]).toEqual(
          [cut.from, cut.firstWeek, cut.lastWeek, cut.to].sort(),
        );
        const wholeWeeks = cut.firstWeek !== cut.lastWeek;
        const mondays = [cut.firstWeek, cut.lastWeek].every((day) => new Date(day).getUTCDay() === 1);
        expect(mondays || !wholeWeeks).toBe(true);
        expect(daysIn({ from: cut.from, to: cut.firstWeek })).toBeLessThan(7);
        expect(daysIn({ from: cut.lastWeek, to: cut.to })).toBeLessThan(wholeWeeks ? 7 : 13);
      }),
    );
  });
});

describe('windowBefore', () => {
  it('is as long and ends where the window begins', () => {
    expect(windowBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-30', to: '2026-03-01' });
  });
});

describe('equalParts', () => {
  it.each([
    [7, 7, 1],
    [30, 10, 3],
    [90, 10, 9],
    [89, 11, 8],
    [365, 11, 33],
  ])('cuts %i days into %i parts of %i', (days, parts, daysPerPart) => {
    expect(equalParts({ from: addDays('2026-01-01', -days), to: '2026-01-01' })).toMatchObject({ parts, daysPerPart });
  });

  it('never reaches out of the window and never leaves a whole part over', () => {
    fc.assert(
      fc.property(windows, (window) => {
        const { from, to, parts, daysPerPart } = equalParts(window);
        expect(parts).toBeLessThanOrEqual(12);
        expect(daysIn({ from, to })).toBe(parts * daysPerPart);
        expect(from >= window.from).toBe(true);
        expect(daysIn({ from: window.from, to: from })).toBeLessThan(parts);
      }),
    );
  });
});
