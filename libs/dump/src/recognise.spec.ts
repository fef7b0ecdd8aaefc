import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { writeDumpX64 } from '@inpage/testing';
import { describe, expect, it } from 'vitest';
import { bufferSource, type ByteSource, positionedSource, prefixSource } from './bytes/byte-source.js';
import { FOREIGN_FORMATS } from './recognise.js';
import { readDump } from './read-dump.js';

const hex = (text: string) => Buffer.concat([Buffer.from(text.replaceAll(' ', ''), 'hex'), Buffer.alloc(100)]);
const ascii = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(100)]);
const formatOf = (source: ByteSource) => {
  const reading = readDump(source);
  return reading.kind === 'not-a-kernel-dump' ? reading.format : reading.kind;
};

describe('what is no kernel dump is named', () => {
  it.each([
    ['empty', Buffer.alloc(0)],
    ['all-zero', Buffer.alloc(250_000)],
    ['user-minidump', ascii('MDMP\x93\xa7')],
    ['zip', ascii('PK\x03\x04')],
    ['cab', ascii('MSCF')],
    ['7z', hex('37 7a bc af 27 1c')],
    ['gzip', gzipSync(Buffer.alloc(10))],
    ['rar', ascii('Rar!\x1a\x07\x01')],
    ['bitlocker', ascii('\xeb\x58\x90-FVE-FS-')],
    ['efs', hex('00 01 00 00 52 00 4f 00 42 00 53 00')],
    ['looks-encrypted', randomBytes(100_000)],
    ['looks-encrypted', randomBytes(600)],
    ['raw-offline-dump', ascii('Raw_Dmp!')],
    ['dump-body', ascii('SDMPDUMP')],
    ['damaged-header', ascii('PAGEPAGEPAGE')],
    ['event-log', ascii('ElfFile\0')],
    ['text', Buffer.from('<Event xmlns="…">\r\n')],
    ['text', Buffer.from('\uFEFF*** STOP: 0x0000007A', 'utf16le')],
    ['unknown', hex('de ad be ef')],
    ['unknown', Buffer.from([0x01])],
  ])('%s', (format, bytes) => {
    expect(formatOf(bufferSource(bytes))).toBe(format);
    expect(readDump(bufferSource(bytes))).toMatchObject({ says: expect.stringMatching(/\.$/) as string });
  });

  it('a file that begins with zeros and goes on is not called zero', () => {
    const bytes = Buffer.alloc(250_000);
    bytes.fill('regf', 100_000);
    expect(formatOf(bufferSource(bytes))).toBe('unknown');
  });

  it('nothing at hand is not the same as nothing', () => {
    expect(formatOf(prefixSource(new Uint8Array(), 5000))).toBe('nothing-at-hand');
    expect(formatOf(positionedSource(5000, () => 0))).toBe('nothing-at-hand');
  });

  it('a zero file costs a few probes whatever its size', () => {
    let asked = 0;
    const source = positionedSource(2 ** 40, (target) => ((asked += target.length), target.length));
    expect(formatOf(source)).toBe('all-zero');
    expect(asked).toBeLessThan(32_768);
  });

  it('a program, compressed data apart, does not look encrypted', () => {
    expect(formatOf(bufferSource(writeDumpX64().subarray(0x2080)))).toBe('unknown');
  });

  it('every format says what to do in a sentence', () => {
    for (const says of Object.values(FOREIGN_FORMATS)) expect(says).toMatch(/^[A-Z].*\.$/);
  });
});
