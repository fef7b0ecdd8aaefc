import {
  SECONDARY,
  SECONDARY_GUIDS,
  SECRET,
  secondaryChain,
  writeDumpX64,
  writeSmbios,
  SMBIOS_PICTURE,
} from '@inpage/testing';
import { describe, expect, it } from 'vitest';
import { bufferSource, type ByteSource } from '../bytes/byte-source.js';
import { readDump } from '../read-dump.js';
import { Warnings } from '../warning.js';
import { readSecondaryData } from './secondary-data.js';

const names = (bytes: Uint8Array, warnings = new Warnings()) =>
  readSecondaryData(bufferSource(bytes), 0, warnings).map(({ name }) => name);
const smbios = { guid: SECONDARY_GUIDS.smbios, data: writeSmbios(SMBIOS_PICTURE) };

/** Notes which bytes of the file were ever handed out. */
function watched(bytes: Uint8Array): { source: ByteSource; touched: (from: number, to: number) => boolean } {
  const seen = new Uint8Array(bytes.length);
  const slice = (offset: number, length: number) => {
    seen.fill(1, offset, offset + length);
    return bytes.subarray(offset, offset + length);
  };
  return { source: { size: bytes.length, slice }, touched: (from, to) => seen.subarray(from, to).includes(1) };
}

describe('the secondary data', () => {
  it('gives the blocks of the whitelist, over pads and empty ones', () => {
    expect(names(secondaryChain(19041, SECONDARY, 0))).toEqual(['smbios', 'cpu', 'hypervisor', 'storage']);
  });

  it('never touches a block that is not on it, nor what the disk held before', () => {
    const stale = Buffer.from(`regf ${SECRET}`.repeat(200));
    const bytes = writeDumpX64({ flavour: 'K', secondary: SECONDARY, stale });
    const { source, touched } = watched(bytes);
    readDump(source);
    const at = (text: Buffer) => Buffer.from(bytes.buffer).indexOf(text);
    const personal = at(Buffer.from('C:\\Users', 'utf16le'));
    const staleAt = at(stale);
    expect(touched(personal, personal + 40)).toBe(false);
    expect(touched(staleAt, bytes.length)).toBe(false);
    expect(touched(0, 0x2000)).toBe(true);
  });

  it('takes the first block of a name that can be read', () => {
    const broken = { guid: SECONDARY_GUIDS.smbios, data: Uint8Array.of(1, 2, 3) };
    const dump = readDump(bufferSource(writeDumpX64({ secondary: [broken, smbios] })));
    expect(dump).toMatchObject({ smbios: { product: 'Vostro 3020 T' } });
  });

  it('stops at a block that is longer than the file', () => {
    const bytes = secondaryChain(19041, [smbios, { ...smbios, guid: SECONDARY_GUIDS.cpu }], 0);
    const warnings = new Warnings();
    expect(names(bytes.subarray(0, -1), warnings)).toEqual(['smbios']);
    expect(warnings.list()).toMatchObject([{ field: 'secondaryData', why: 'cut-off' }]);
  });

  it.each([0x10, 0x1f, 0x101, 0x67656672])('ends where a header of %i bytes would follow', (size) => {
    const chain = secondaryChain(19041, [smbios, { ...smbios, guid: SECONDARY_GUIDS.cpu }], 0);
    const second = 0x10 + 0x20 + smbios.data.length;
    new DataView(chain.buffer).setUint32(second, size, true);
    expect(names(Buffer.concat([chain, new Uint8Array(4096)]))).toEqual(['smbios']);
  });

  it('walks a long chain to an end', () => {
    const chain = secondaryChain(
      19041,
      Array.from({ length: 5000 }, () => ({ guid: SECONDARY_GUIDS.none, data: new Uint8Array() })),
      0,
    );
    const warnings = new Warnings();
    expect(names(chain, warnings)).toEqual([]);
    expect(warnings.list()).toMatchObject([{ field: 'secondaryData', why: 'too-many' }]);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['zeros', new Uint8Array(64)],
    ['another word', Buffer.from('DumpBlab\x10\0\0\0....')],
    ['a head that is too short', Buffer.from('DumpBlob\x01\0\0\0....')],
  ])('is absent where %s stands', (_name, bytes) => {
    const warnings = new Warnings();
    expect(names(bytes, warnings)).toEqual([]);
    expect(warnings.list()).toMatchObject([{ field: 'secondaryData', why: 'not-in-this-dump' }]);
  });
});
