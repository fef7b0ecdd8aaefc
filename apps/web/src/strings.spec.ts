import { rest } from '@inpage/contracts';
import { describe, expect, it } from 'vitest';
import { CAUSES, causes } from './theme/causes.js';
import { strings } from './strings.js';

/** Every text of the catalogue with its path; functions are called with words that must come back. */
function textsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(...['one', 'two', 'three', 'four', 'five']))]];
  return Object.entries(value as object).flatMap(([key, item]) => textsOf(item, `${path}.${key}`));
}
const texts = textsOf(strings, 'strings');

describe('strings', () => {
  it.each(texts)('%s is a tidy text', (_path, text) => {
    expect(text).not.toBe('');
    expect(text).toBe(text.trim());
    expect(text).not.toMatch(/undefined|\[object|NaN| {2}/);
  });

  it('names every cause class of the contract, and no other', () => {
    expect([...CAUSES].sort()).toEqual([...rest.CAUSES].sort());
  });

  it('gives each cause class a label, a colour and a glyph of its own', () => {
    for (const part of ['label', 'color', 'glyph'] as const) {
      expect(new Set(CAUSES.map((cause) => causes[cause][part])).size).toBe(CAUSES.length);
    }
  });
});

/** WCAG 2 contrast of two #rrggbb colours. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, blue] = [1, 3, 5].map((at) => {
      const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe('cause colours', () => {
  it.each(
    CAUSES.flatMap(
      (cause) =>
        [
          [cause, '#ffffff'],
          [cause, '#191d27'],
        ] as const,
    ),
  )('%s stands out on %s', (cause, card) => {
    expect(contrast(causes[cause].color, card)).toBeGreaterThanOrEqual(3);
  });
});
