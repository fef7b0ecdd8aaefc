import type { SecondaryPicture } from './dump-writer-picture.js';
import { Tape } from './dump-writer-tape.js';

/** GUIDs of the blocks that tests write, whether or not the reader may take them. */
export const SECONDARY_GUIDS = {
  smbios: 'bc5c008f-1e3a-44d7-988d-86f6884c6758',
  cpu: '6c7ac389-4313-47dc-9f34-a8800a0fb56c',
  hypervisor: '7b581fa7-81c2-423f-a65c-1266fb10603d',
  storage: 'da82441d-7142-4bc1-b844-0807c5a4b67f',
  pagingStorage: 'c939c73b-17dc-4a44-904c-e2d987f52649',
  etwBuffers: '2b88b710-1c93-4f7c-b06c-655ecc50decc',
  userPath: 'be84d651-a550-4367-8e63-ab792b631f94',
  none: '00000000-0000-0000-0000-000000000000',
} as const;

/** The chain of tagged blocks behind the triage part; nothing at all when there is no block. */
export function secondaryChain(build: number, blocks: readonly SecondaryPicture[], at: number): Uint8Array {
  if (blocks.length === 0) return new Uint8Array();
  const tape = new Tape(at)
    .ascii('DumpBlob')
    .u32(0x10)
    .u32((0xf0000000 | build) >>> 0);
  for (const { guid, data, prePad = 0, postPad = 0 } of blocks) {
    tape.u32(0x20).raw(guidBytes(guid)).u32(data.length).u32(prePad).u32(postPad).fill(prePad).raw(data).fill(postPad);
  }
  return tape.bytes;
}

/** Text of a GUID to memory: three little-endian numbers, then eight bytes in order. */
function guidBytes(guid: string): Uint8Array {
  const [a, b, c, d, e] = guid.split('-');
  const number = (text: string) => Buffer.from(text, 'hex').reverse();
  return Buffer.concat([number(a!), number(b!), number(c!), Buffer.from(d! + e!, 'hex')]);
}

export interface CpuPicture {
  readonly name: string;
  readonly vendor: string;
  readonly identifier: string;
  readonly mhz: number;
  readonly microcode: number;
}

/** The registry values of the first processor, as Windows copies them. */
export function writeCpuValues({ name, vendor, identifier, mhz, microcode }: CpuPicture): Uint8Array {
  const tape = new Tape();
  const value = (key: string, type: number, data: Uint8Array) => {
    const units = Buffer.from(`${key}\0`, 'utf16le');
    tape.u32(units.length).raw(units).u32(type).u32(data.length).raw(data);
  };
  const text = (content: string) => Buffer.from(`${content}\0`, 'utf16le');
  value('~MHz', 4, new Tape().u32(mhz).bytes);
  value('Identifier', 1, text(identifier));
  value('ProcessorNameString', 1, text(name));
  value('VendorIdentifier', 1, text(vendor));
  value('Update Status', 4, new Tape().u32(7).bytes);
  value('MSR8B', 11, new Tape().u32(0).u32(microcode).bytes);
  return tape.bytes;
}

/** CPUID leaf 0x40000000 of a hypervisor: EAX, then the signature in EBX, ECX and EDX. */
export const writeHypervisorLeaves = (signature: string): Uint8Array =>
  new Tape().u32(0x40000000).u32(0x40000006).ascii(signature.slice(0, 12)).fill(64).bytes;
