import { SECONDARY, SECONDARY_GUIDS, writeDumpX64, X64_PICTURE, type SecondaryPicture } from '@inpage/testing';

const DRIVERS = 200;
const STACK_BYTES = 0x2278;
const BLOCKS = 1200;
const OTHER_SECONDARY = 30;

const drivers = [
  ...X64_PICTURE.drivers,
  ...Array.from({ length: DRIVERS - X64_PICTURE.drivers.length }, (_, i) => ({
    path: `\\SystemRoot\\System32\\drivers\\driver${i}.sys`,
    base: 0xfffff803_40000000n + BigInt(i) * 0x20_0000n,
    size: 0x5_f000,
    timestamp: i,
  })),
];

/** Every third value lies in some driver: a worse stack than any real one. */
const values = Array.from({ length: STACK_BYTES / 8 }, (_, i) =>
  i % 3 === 0 ? drivers[(i * 7) % DRIVERS]!.base + BigInt(i) : BigInt(i) << 20n,
);

/** A triage dump with the lists of a real one, made `bytes` long by data blocks and by one large block that nobody may read. */
export function typicalDump(bytes: number): Uint8Array {
  const inBlocks = Math.min(bytes / 2, BLOCKS * 4096);
  const block = new Uint8Array(Math.floor(inBlocks / BLOCKS)).fill(0x5a);
  const blocks = Array.from({ length: BLOCKS }, (_, i) => ({
    address: 0xffffe000_00000000n + BigInt(i * 8192),
    bytes: block,
  }));
  const rest: SecondaryPicture = {
    guid: SECONDARY_GUIDS.etwBuffers,
    data: new Uint8Array(Math.max(0, bytes - inBlocks - 120_000)),
  };
  const others = Array.from({ length: OTHER_SECONDARY }, () => ({
    guid: SECONDARY_GUIDS.none,
    data: new Uint8Array(1000),
  }));
  return writeDumpX64({
    drivers,
    blocks,
    stack: { top: X64_PICTURE.stack.top, values },
    secondary: [rest, ...others, ...SECONDARY],
  });
}
