import { describe, expect, it } from 'vitest';
import { share, spread } from './spread.js';

describe('spread', () => {
  it.each([0, 1, 2, 3])(
    'puts a tenth of every hundred points into every tenth, give or take three, on axis %i',
    (axis) => {
      for (const start of [0, 100, 40_000]) {
        const tenths = Array.from({ length: 10 }, () => 0);
        for (let i = 0; i < 100; i++) tenths[Math.floor(spread(start + i, axis, 0.3) * 10)]!++;
        expect(Math.max(...tenths)).toBeLessThanOrEqual(13);
        expect(Math.min(...tenths)).toBeGreaterThanOrEqual(7);
      }
    },
  );

  it('does not spread two axes in step', () => {
    const quarter = Array.from({ length: 4000 }, (_, i) => i).filter((i) => spread(i, 0, 0) < 0.25);
    const both = quarter.filter((i) => spread(i, 2, 0) < 0.5);
    expect(both.length / quarter.length).toBeCloseTo(0.5, 1);
  });
});

describe('share', () => {
  const entries = [
    { name: 'a', share: 30 },
    { name: 'b', share: 0 },
    { name: 'c', share: 70 },
  ];

  it.each([
    [0, 'a'],
    [0.299, 'a'],
    [0.3, 'c'],
    [0.999999, 'c'],
    [1, 'c'],
  ])('%f falls to %s', (point, name) => expect(share(entries, point).name).toBe(name));
});
