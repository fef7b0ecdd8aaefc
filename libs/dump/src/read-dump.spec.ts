import { dumpCorpus, SECRET, SECONDARY, writeDumpX64, X64_PICTURE } from '@inpage/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferSource, type ByteSource, positionedSource, prefixSource } from './bytes/byte-source.js';
import { isKernelDump } from './kernel-dump.js';
import { readDump } from './read-dump.js';

const corpus = dumpCorpus();
const text = (value: unknown): string => JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? `${v}` : v));

/** Counts what a reader asks for. */
function metered(source: ByteSource) {
  const meter = { calls: 0, bytes: 0 };
  const slice = (offset: number, length: number) => {
    meter.calls += 1;
    meter.bytes += length;
    return source.slice(offset, length);
  };
  return { meter, source: { size: source.size, slice } };
}

describe.each([...corpus])('%s', (_name, bytes) => {
  it('reads the same from a buffer, from a file and from the whole of a stream', () => {
    const expected = readDump(bufferSource(bytes));
    const file = positionedSource(bytes.length, (target, at) => {
      const piece = bytes.subarray(at, at + target.length);
      target.set(piece);
      return piece.length;
    });
    expect(readDump(file)).toEqual(expected);
    expect(readDump(prefixSource(bytes, bytes.length))).toEqual(expected);
  });

  it('lets nothing out that names a person', () => {
    const reading = text(readDump(bufferSource(bytes)));
    expect(reading).not.toContain(SECRET);
    expect(reading).not.toContain('Users');
  });

  it('knows its bugcheck', () => {
    const reading = readDump(bufferSource(bytes));
    expect(isKernelDump(reading) && reading.bugcheck).toBeOneOf([0x7a, 0x7e]);
  });

  it('asks for no more when the file is longer', () => {
    const longer = new Uint8Array(bytes.length + 3_000_000);
    longer.set(bytes);
    const [short, long] = [metered(bufferSource(bytes)), metered(bufferSource(longer))];
    readDump(short.source);
    readDump(long.source);
    expect(Math.abs(long.meter.calls - short.meter.calls)).toBeLessThanOrEqual(1);
    expect(Math.abs(long.meter.bytes - short.meter.bytes)).toBeLessThanOrEqual(64);
  });
});

describe('a dump that lies', () => {
  const INTERESTING = [
    0, 1, 4, 0x7f, 0xff, 0x1000, 0x2000, 0xffff, 0x10000, 0x7fff_ffff, 0x8000_0000, 0xffff_fff8, 0xffff_ffff,
  ];
  const patch = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    value: fc.oneof(fc.constantFrom(...INTERESTING), fc.nat(0xffff), fc.integer()),
  });

  it('costs no more than an honest one may, and comes to an end', () => {
    const arbitrary = fc.tuple(
      fc.constantFrom(...corpus.values()),
      fc.array(patch, { maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(arbitrary, ([original, patches, keep]) => {
        const bytes = original.slice();
        const view = new DataView(bytes.buffer);
        for (const { at, value } of patches) view.setInt32(Math.floor(at * (bytes.length - 4)), value, true);
        const { meter, source } = metered(
          bufferSource(bytes.subarray(0, keep > 0.7 ? undefined : Math.ceil(keep * bytes.length))),
        );
        readDump(source);
        expect(meter.calls).toBeLessThan(20_000);
        expect(meter.bytes).toBeLessThan(16_000_000);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['driverCount', 0x34],
    ['stringPoolSize', 0x3c],
    ['sizeOfCallStack', 0x2c],
    ['debuggerDataSize', 0x74],
    ['dataBlocksCount', 0x7c],
  ])('about its %s is read as far as it is true', (_field, at) => {
    const bytes = writeDumpX64({ secondary: SECONDARY });
    new DataView(bytes.buffer).setUint32(0x2000 + at, 0xffff_ffff, true);
    const { meter, source } = metered(bufferSource(bytes));
    const reading = readDump(source);
    expect(reading).toMatchObject({ bugcheck: 0x7a, smbios: { product: 'Vostro 3020 T' } });
    expect(
      isKernelDump(reading) &&
        reading.warnings.some(({ why }) => why === 'outside' || why === 'too-many' || why === 'cut-off'),
    ).toBe(true);
    expect(meter.bytes).toBeLessThan(4_000_000);
  });

  it('about an offset in its secondary data or beyond gives nothing from there', () => {
    const bytes = writeDumpX64({ flavour: 'K', secondary: SECONDARY });
    const end = new DataView(bytes.buffer).getUint32(0x2004, true);
    new DataView(bytes.buffer).setUint32(0x2028, end + 16, true);
    const reading = readDump(bufferSource(bytes));
    expect(
      isKernelDump(reading) && [reading.stack, reading.warnings.find(({ field }) => field === 'stack')?.why],
    ).toEqual([undefined, 'outside']);
  });

  it('about a length that reaches into its secondary data gets what lies before', () => {
    const bytes = writeDumpX64({ secondary: SECONDARY });
    const view = new DataView(bytes.buffer);
    view.setUint32(0x2028, view.getUint32(0x2004, true) - 16, true);
    const reading = readDump(bufferSource(bytes));
    expect(reading).toMatchObject({ stack: { bytes: 16 } });
    expect(reading.warnings).toContainEqual(expect.objectContaining({ field: 'stack', why: 'outside' }));
  });

  it('of random bytes behind a true signature is a result', () => {
    const signature = fc.constantFrom('PAGEDU64', 'PAGEDUMP', 'PAGE', '');
    fc.assert(
      fc.property(signature, fc.uint8Array({ minLength: 0, maxLength: 12_000, size: 'max' }), (start, bytes) => {
        const reading = readDump(bufferSource(Buffer.concat([Buffer.from(start), bytes])));
        expect(typeof reading.kind).toBe('string');
      }),
      { numRuns: 200 },
    );
  });
});

it('reads the parameter that a sign-extended status hides in, untouched', () => {
  const reading = readDump(bufferSource(writeDumpX64()));
  expect(isKernelDump(reading) && reading.parameters?.[1]).toBe(X64_PICTURE.parameters[1]);
});
