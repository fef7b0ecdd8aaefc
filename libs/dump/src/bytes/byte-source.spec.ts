import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferSource, positionedSource, prefixSource } from './byte-source.js';

const content = Uint8Array.from({ length: 300 }, (_, i) => i % 251);

/** A file that hands over a few bytes at a time, as pipes and network drives do. */
const trickling = positionedSource(content.length, (target, position) => {
  const piece = content.subarray(position, position + Math.min(7, target.length));
  target.set(piece);
  return piece.length;
});

describe.each([
  ['buffer', bufferSource(content)],
  ['positioned', trickling],
])('a %s source', (_name, source) => {
  it.each([
    [0x00, 0x100],
    [0xff, 2],
    [0x12a, 2],
    [0x12c, 1],
  ])('slice(%i, %i) is the sum of its single bytes', (at, n) => {
    const single = Array.from({ length: n }, (_, i) => source.slice(at + i, 1)[0]).filter((byte) => byte !== undefined);
    expect([...source.slice(at, n)]).toEqual(single);
  });

  it('ends where the file ends, wherever one begins', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (at, n) => {
        expect([...source.slice(at, n)]).toEqual([...content.slice(at, at + n)]);
      }),
    );
  });
});

describe('the sources', () => {
  it('know the size of a file that has not arrived', () => {
    expect(prefixSource(content, 5000).size).toBe(5000);
    expect(prefixSource(content).size).toBe(Infinity);
    expect(prefixSource(content, 3).size).toBe(300);
  });

  it('hand over what a failing disk gave', () => {
    const failing = positionedSource(300, (target, position) => {
      if (position >= 100) throw new Error('EIO');
      target.fill(1);
      return Math.min(100 - position, target.length);
    });
    expect(failing.slice(90, 50)).toHaveLength(10);
    expect(failing.slice(100, 50)).toHaveLength(0);
  });

  it('never ask for more memory than the file has', () => {
    expect(positionedSource(300, (target) => target.length).slice(200, 0xffff_ffff)).toHaveLength(100);
    expect(positionedSource(300, (target) => target.length).slice(400, 10)).toHaveLength(0);
  });
});
