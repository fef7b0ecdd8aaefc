import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCdb, scsiOpcode } from './scsi-command.js';
import { readSense } from './sense-data.js';

describe('readCdb', () => {
  it.each<[string, object]>([
    ['280000600070000008', { opcode: 0x28, name: 'READ(10)', access: 'read', lba: 6291568n, blocks: 8 }],
    ['2a000134251000080000', { name: 'WRITE(10)', access: 'write', lba: 20194576n, blocks: 2048 }],
    ['88000000000004ffffde000000010000', { name: 'READ(16)', lba: 83886046n, blocks: 1 }],
    ['8a00ffffffffffffffff000000100000', { name: 'WRITE(16)', lba: 0xffffffffffffffffn, blocks: 16 }],
    ['a8000001000000000020', { name: 'READ(12)', lba: 65536n, blocks: 32 }],
    ['08ff00010000', { name: 'READ(6)', lba: 0x1f0001n, blocks: 256 }],
    ['0a0000100400', { name: 'WRITE(6)', lba: 16n, blocks: 4 }],
    ['1b0100000000', { opcode: 0x1b, name: 'START STOP UNIT', access: undefined }],
    ['35000000000a0000000000', { name: 'SYNCHRONIZE CACHE(10)', lba: 10n }],
    ['c0', { opcode: 0xc0, name: undefined }],
    ['2800', { opcode: 0x28, lba: undefined, blocks: undefined }],
  ])('reads %s', (hex, expected) => expect(readCdb(hex)).toEqual(expect.objectContaining(expected)));

  it('has nothing to say about no bytes, and never throws', () => {
    expect(readCdb('')).toBeUndefined();
    expect(scsiOpcode(0x88)).toEqual({ opcode: 0x88, name: 'READ(16)', access: 'read' });
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => readCdb(text) === undefined || true));
  });
});

describe('readSense', () => {
  it.each<[string, string, object | undefined]>([
    ['fixed format', 'f00006000000000a00000000280000000000', { key: 6, asc: 0x28, ascq: 0 }],
    ['deferred fixed format', '71000300000000000000000011040000', { key: 3, asc: 0x11, ascq: 4 }],
    ['descriptor format', '7203110100000000', { key: 3, asc: 0x11, ascq: 1 }],
    ['four bytes of fixed format', '70000b00', { key: 0xb, asc: 0, ascq: 0 }],
    ['zeros', '000000000000', undefined],
    ['nothing', '', undefined],
    ['no sense', '700000000000000000000000000000', undefined],
    ['a vendor format', '7f0300', undefined],
  ])('reads %s', (_, hex, expected) => expect(readSense(hex)).toEqual(expected));
});
