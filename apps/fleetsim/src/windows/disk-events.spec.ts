import { describe, expect, it } from 'vitest';
import { Random } from '../random/random.js';
import { STATUS } from '../stops/status.js';
import { badBlock, pagingError, retriedRequest, SRB } from './disk-events.js';

const AT_MS = Date.UTC(2026, 0, 1);
const bytes = (hex: string | undefined): Buffer => Buffer.from(hex!, 'hex');
const random = () => Random.of(1, 'disk');

describe('disk 51', () => {
  const event = pagingError(random(), AT_MS, 1, STATUS.noSuchDevice, SRB.noDevice);
  const packet = bytes(event.binary);

  it('is as long as a real one of 64-bit Windows', () => expect(packet.length).toBe(0xa8));
  it('names the disk and the error code', () => {
    expect(event.data).toEqual(['\\Device\\Harddisk1\\DR1']);
    expect(packet.readUInt32LE(0x0c)).toBe(0x8004_0033);
    expect(event.qualifiers).toBe(0x8004);
  });
  it('carries final status, SRB status and the read of one page where the class driver puts them', () => {
    expect(packet.readUInt32LE(0x14)).toBe(0xc000_000e);
    expect(packet.readUInt8(0x3b)).toBe(SRB.noDevice);
    expect(packet.readUInt32LE(0x48)).toBe(4096);
    expect([packet.readUInt8(0x80), packet.readUInt16BE(0x87)]).toEqual([0x28, 8]);
  });
  it('says paging always, and retried while there is no final status', () => {
    expect(packet.readUInt8(0x34)).toBe(0b01);
    expect(bytes(pagingError(random(), AT_MS, 0, 0, SRB.error).binary).readUInt8(0x34)).toBe(0b11);
  });
  it('has the status of the miniport for an internal error', () => {
    const internal = bytes(pagingError(random(), AT_MS, 0, STATUS.insufficientResources, SRB.internalError).binary);
    expect([internal.readUInt8(0x3b), internal.readUInt32LE(0x78)]).toEqual([0x30, 0xc000_009a]);
  });
});

describe('disk 7', () => {
  it('carries sense data of an unrecovered read', () => {
    const packet = bytes(badBlock(random(), AT_MS, 0).binary);
    expect(packet.readUInt8(0x3b)).toBe(0x84);
    expect([packet.readUInt8(0x92), packet.readUInt8(0x9c)]).toEqual([3, 0x11]);
    expect(packet.readUInt32LE(0x14)).toBe(0xc000_009c);
  });
});

describe('disk 153', () => {
  it('has the shape of a real one', () => {
    const { binary, data } = retriedRequest(random(), AT_MS, 0, SRB.error);
    expect(binary).toBe('0F010400' + '2C000000' + '00000000' + '99000480' + '0'.repeat(48) + '00000428');
    expect(data).toEqual([
      '\\Device\\Harddisk0\\DR0',
      expect.stringMatching(/^0x[0-9a-f]+$/),
      '0',
      expect.stringContaining('\\Device\\'),
    ]);
  });
});
