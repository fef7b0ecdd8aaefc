import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf } from '../format/window.js';
import { barsOf, peakOf, stacked, type DayCount } from './buckets.js';

const point = (day: string, series: string, crashes: number): DayCount => ({ day, series, crashes });

describe('barsOf', () => {
  it('keeps days without crashes as empty bars', () => {
    const bars = barsOf('2026-01-01', '2026-01-04', [point('2026-01-02', 'media', 2)]);
    expect(bars.starts).toEqual(['2026-01-01', '2026-01-02', '2026-01-03']);
    expect(bars.totals).toEqual([0, 2, 0]);
  });

  it('puts the largest series at the bottom', () => {
    const bars = barsOf('2026-01-01', '2026-01-03', [point('2026-01-01', 'link', 1), point('2026-01-02', 'media', 3)]);
    expect(bars.series.map(({ key }) => key)).toEqual(['media', 'link']);
    expect(stacked(bars.series)).toEqual([
      [0, 3],
      [1, 3],
    ]);
  });

  it('draws a year as weeks that end with the window', () => {
    const bars = barsOf('2025-01-01', '2026-01-01', [point('2025-12-31', 'media', 1), point('2025-12-25', 'media', 1)]);
    expect(bars.perBucketDays).toBe(7);
    expect(bars.starts.at(-1)).toBe('2025-12-25');
    expect(bars.totals.at(-1)).toBe(2);
    expect(bars.starts).toHaveLength(53);
  });

  it('loses no crash of the window and takes none from outside', () => {
    const days = daysOf('2025-01-01', '2026-06-01');
    const counts = fc.array(
      fc.record({ day: fc.constantFrom(...days), series: fc.constantFrom('a', 'b', 'c'), crashes: fc.nat(9) }),
    );
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 400 }), (points, length) => {
        const [from, to] = [days[0]!, days[length]!];
        const inside = points.filter(({ day }) => day >= from && day < to);
        const bars = barsOf(from, to, points);
        expect(bars.total).toBe(inside.reduce((total, { crashes }) => total + crashes, 0));
        expect(stacked(bars.series).at(-1) ?? bars.totals).toEqual(bars.totals);
      }),
    );
  });

  it('has a peak only when something crashed', () => {
    expect(peakOf(barsOf('2026-01-01', '2026-01-03', []))).toBeUndefined();
    const bars = barsOf('2026-01-01', '2026-01-03', [point('2026-01-02', 'a', 4)]);
    expect(peakOf(bars)).toEqual({ start: '2026-01-02', crashes: 4 });
  });
});
