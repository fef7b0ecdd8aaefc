import { describe, expect, it } from 'vitest';
import type { ShownEvent } from '../api/types.js';
import { marksOf, placeOf, RIBBON_SECONDS, TICKS } from './lead-up-ribbon-scale.js';

const event = (secondsBefore: number, disk: ShownEvent['disk'] = 'this-disk') =>
  ({ recordId: `${disk} ${secondsBefore}`, secondsBefore, disk }) as ShownEvent;

describe('the ribbon', () => {
  it('goes from a day before the stop to the stop, and never back', () => {
    expect([placeOf(RIBBON_SECONDS), placeOf(0)]).toEqual([0, 1]);
    const places = TICKS.map(placeOf);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('gives the last ten minutes more than a third of its width', () => {
    expect(1 - placeOf(600)).toBeGreaterThan(0.36);
  });

  it('draws what lies together as one mark, each kind of disk for itself', () => {
    const marks = marksOf([event(3600), event(3605), event(3600, 'another-disk'), event(5)]);
    expect(marks.map(({ lane, events }) => [lane, events.length])).toEqual([
      ['this-disk', 1],
      ['this-disk', 2],
      ['another-disk', 1],
    ]);
  });

  it('leaves out what was logged earlier, and afterwards', () => {
    expect(marksOf([event(RIBBON_SECONDS + 1), event(-1)])).toEqual([]);
  });
});
