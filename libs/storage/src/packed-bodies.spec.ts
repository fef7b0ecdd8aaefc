import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBodies, unpackBodies } from './packed-bodies.js';

const body = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes));

describe('packed bodies', () => {
  it('come back byte for byte', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 8 }), (bodies) => {
        const lengths = bodies.map(({ length }) => length);
        expect(unpackBodies(packBodies(bodies), lengths)).toEqual(Buffer.concat(bodies));
      }),
    );
  });

  it('of JSON events take less than a third of their room', () => {
    const events = Array.from({ length: 100 }, (_, i) =>
      Buffer.from(
        JSON.stringify({ kind: 'event', event: { provider: 'disk', eventId: 153, recordId: String(i * 7919) } }),
      ),
    );
    expect(packBodies(events).length).toBeLessThan(Buffer.concat(events).length / 3);
  });

  it.each([
    ['fewer', [2]],
    ['more', [4]],
  ])('are refused when there should be %s bytes of them', (_, lengths) => {
    expect(() => unpackBodies(packBodies([Buffer.from('abc')]), lengths)).toThrow(
      /The chunk holds|Cannot create a Buffer larger/,
    );
  });
});
