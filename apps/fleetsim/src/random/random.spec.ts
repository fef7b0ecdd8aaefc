import { describe, expect, it } from 'vitest';
import { Random } from './random.js';

const draw = (random: Random, n: number) => Array.from({ length: n }, () => random.u32());

describe('Random', () => {
  it('gives the numbers of the published xoshiro128**', () => {
    expect(draw(Random.fromState([1, 2, 3, 4]), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('gives the same stream for the same seed and path', () => {
    expect(draw(Random.of(7, 'machine', 3), 20)).toEqual(draw(Random.of(7, 'machine', 3), 20));
  });

  it.each([
    ['another seed', Random.of(8, 'machine', 3)],
    ['a seed that differs above 32 bits', Random.of(7 + 2 ** 32, 'machine', 3)],
    ['another name', Random.of(7, 'disk', 3)],
    ['another number', Random.of(7, 'machine', 4)],
  ])('gives another stream for %s', (_, other) => {
    expect(draw(other, 4)).not.toEqual(draw(Random.of(7, 'machine', 3), 4));
  });

  it('refuses the state that would stand still', () => {
    expect(() => Random.fromState([0, 0, 0, 0])).toThrow(RangeError);
  });

  it('waits 1/rate on average, and for ever at rate 0', () => {
    const random = Random.of(1, 'wait');
    const mean = Array.from({ length: 20_000 }, () => random.wait(0.25)).reduce((a, b) => a + b) / 20_000;
    expect(mean).toBeGreaterThan(3.85);
    expect(mean).toBeLessThan(4.15);
    expect(random.wait(0)).toBe(Infinity);
  });

  it('writes UUIDs of version 4', () => {
    const random = Random.of(1, 'uuid');
    for (let i = 0; i < 200; i++)
      expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('never gives more bits than asked for', () => {
    const random = Random.of(1, 'bits');
    for (let i = 0; i < 200; i++) expect(random.bits(36) >> 36n).toBe(0n);
  });
});
