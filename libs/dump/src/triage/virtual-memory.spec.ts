import { writeDumpX64, writeDumpX86, X64_PICTURE, X86_PICTURE } from '@inpage/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferSource } from '../bytes/byte-source.js';
import { ByteView } from '../bytes/byte-view.js';
import { DumpBytes } from '../dump-bytes.js';
import { Warnings } from '../warning.js';
import { TRIAGE32, TRIAGE64 } from './triage-block.js';
import { VirtualMemory } from './virtual-memory.js';

describe.each([
  ['x64', writeDumpX64(), TRIAGE64, X64_PICTURE.blocks[0]!.address],
  ['x86', writeDumpX86(), TRIAGE32, X86_PICTURE.blocks[0]!.address],
] as const)('the memory of %s', (_name, file, shape, start) => {
  const block = shape.read(new ByteView(file.subarray(shape.blockAt)));
  const bytes = new DumpBytes(bufferSource(file), new Warnings(), block.sizeOfDump!);
  const memory = new VirtualMemory(bytes, block.dataBlocksOffset, block.dataBlocksCount, shape.pointerBytes);

  it.each([
    [0, 96],
    [60, 8],
    [63, 2],
    [64, 1],
    [95, 2],
  ])('read(start + %i, %i) is the sum of its single bytes', (into, n) => {
    const at = start + BigInt(into);
    const single = Array.from({ length: n }, (_, i) => [...memory.read(at + BigInt(i), 1).bytes]).flat();
    expect([...memory.read(at, n).bytes]).toEqual(single);
  });

  it('holds what was written, across blocks, and says where it ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 120 }), fc.nat(140), (into, n) => {
        const { bytes, missingFrom } = memory.read(start + BigInt(into), n);
        const held = into < 0 || into >= 96 ? 0 : Math.min(n, 96 - into);
        expect([...bytes]).toEqual(Array.from({ length: held }, (_, i) => into + i));
        expect(missingFrom).toBe(held === n ? undefined : start + BigInt(into + held));
      }),
    );
  });
});

it('does not walk its list for ever, however small the blocks are', () => {
  const blocks = Array.from({ length: 200 }, (_, i) => ({ address: 0x1000n + BigInt(i), bytes: Uint8Array.of(i) }));
  const file = writeDumpX64({ blocks });
  const block = TRIAGE64.read(new ByteView(file.subarray(TRIAGE64.blockAt)));
  const bytes = new DumpBytes(bufferSource(file), new Warnings(), block.sizeOfDump!);
  const memory = new VirtualMemory(bytes, block.dataBlocksOffset, block.dataBlocksCount, 8);
  expect(memory.read(0x1000n, 100).bytes.length).toBe(8);
  expect(memory.read(0x1000n, 100).missingFrom).toBe(0x1008n);
});
