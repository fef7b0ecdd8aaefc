import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUSE_CLASSES } from '../cause-class.js';
import { NVME_STATUSES, nvmeStatus } from './nvme-status.js';

describe('the table of NVMe statuses', () => {
  it.each(NVME_STATUSES.map((status) => [status.name!, status] as const))('%s is complete', (_, status) => {
    expect(status.name).toMatch(/^[A-Z0-9_]+$/);
    expect(status.meaning).toMatch(/^[A-Z].*\.$/);
    expect(CAUSE_CLASSES).toContain(status.class);
    expect(status.source).toMatch(/^https:\/\/\S+$/);
  });

  it('has each status and each name once, in ascending order', () => {
    const codes = NVME_STATUSES.map(({ type, code }) => type * 256 + code);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
    expect(new Set(NVME_STATUSES.map(({ name }) => name)).size).toBe(codes.length);
  });

  it('blames the flash for every media error that is one', () => {
    expect([0x80, 0x81, 0x84].map((code) => nvmeStatus(2, code).class)).toEqual(['media', 'media', 'media']);
  });
});

describe('nvmeStatus', () => {
  it.each([
    [0, 0x06, 'INTERNAL_DEVICE_ERROR', 'controller'],
    [0, 0x04, 'DATA_TRANSFER_ERROR', 'link'],
    [0, 0x82, 'NVM_NAMESPACE_NOT_READY', 'device-gone'],
    [1, 0x07, 'INVALID_FIRMWARE_IMAGE', 'software'],
    [2, 0x81, 'NVM_UNRECOVERED_READ_ERROR', 'media'],
    [3, 0x70, 'HOST_PATHING_ERROR', 'link'],
    [2, 0x88, undefined, 'media'],
    [7, 0x01, undefined, 'unknown'],
  ])('type %i, code 0x%x is %s of class %s', (type, code, name, cause) => {
    expect(nvmeStatus(type, code)).toMatchObject({ type, code, class: cause });
    expect(nvmeStatus(type, code).name).toBe(name);
  });

  it('tells codes of the maker as such', () => {
    for (const [type, code] of [
      [0, 0xc0],
      [2, 0xff],
      [7, 0],
    ] as const)
      expect(nvmeStatus(type, code).meaning).toBe('Only the maker of the drive knows.');
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (type, code) => {
        expect(nvmeStatus(type, code)).toMatchObject({ type: type & 7, code: code & 0xff });
      }),
    );
  });
});
