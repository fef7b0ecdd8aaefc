import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUSE_CLASSES } from '../cause-class.js';
import { NtStatus } from '../numbers.js';
import { ntStatus } from '../ntstatus/ntstatus.js';
import { ADDITIONAL_SENSES, additionalSense } from './additional-sense.js';
import { explainSense } from './explain-sense.js';
import { SCSI_STATUSES, scsiStatus } from './scsi-status.js';
import { SENSE_KEYS } from './sense-key.js';
import { SRB_STATUS_VALUES, srbStatus } from './srb-status.js';

const ENTRIES = [...SCSI_STATUSES, ...SENSE_KEYS, ...ADDITIONAL_SENSES, ...SRB_STATUS_VALUES.map(srbStatus)];

describe('the tables of SCSI', () => {
  it.each(ENTRIES.map((entry) => [entry.name!, entry] as const))(
    '%s has a sentence, a class and a source',
    (_, entry) => {
      expect(entry.meaning).toMatch(/^[A-Z].*\.$/);
      expect(CAUSE_CLASSES).toContain(entry.class);
      expect(entry.source).toMatch(/^https:\/\/\S+$/);
    },
  );

  it('hold each code and each name once, in ascending order', () => {
    const codes = ADDITIONAL_SENSES.map(({ asc, ascq }) => asc * 256 + ascq);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
    expect(new Set(ADDITIONAL_SENSES.map(({ name }) => name)).size).toBe(codes.length);
    expect(SENSE_KEYS.map(({ value }) => value)).toEqual([...Array(16).keys()]);
    const statuses = SCSI_STATUSES.map(({ value }) => value);
    expect(statuses).toEqual([...new Set(statuses)].sort((a, b) => a - b));
  });

  it('make statuses of Windows that our table has, except one that no disk gives', () => {
    const unknown = SENSE_KEYS.filter(({ ntstatus }) => ntstatus !== undefined && !ntStatus(ntstatus).known);
    expect(unknown.map(({ name }) => name)).toEqual(['BLANK CHECK']);
  });
});

describe('explainSense', () => {
  it.each([
    ['a bad sector', { key: 3, asc: 0x11, ascq: 0 }, 'media', 0xc000009c],
    ['a checksum error of the SATA link', { key: 4, asc: 0x08, ascq: 0x03 }, 'link', 0xc0000483],
    ['a hardware error that says no more', { key: 4, asc: 0, ascq: 0 }, 'media', 0xc0000483],
    ['a block that the disk does not have', { key: 5, asc: 0x21, ascq: 0 }, 'media', 0xc0000015],
    ['a unit that is gone', { key: 5, asc: 0x25, ascq: 0 }, 'device-gone', 0xc000000e],
    ['a full thin disk', { key: 7, asc: 0x27, ascq: 0x07 }, 'virtual', 0xc0000461],
    ['a disk that takes no writes', { key: 7, asc: 0x27, ascq: 0 }, 'media', 0xc00000a2],
    ['a drive without medium', { key: 2, asc: 0x3a, ascq: 1 }, 'device-gone', 0xc0000013],
    ['a reset', { key: 6, asc: 0x29, ascq: 0 }, 'link', 0xc0000185],
    ['an array out of resources', { key: 0xb, asc: 0x55, ascq: 3 }, 'resources', 0xc000009a],
    ['an aborted command', { key: 0xb, asc: 0x47, ascq: 0 }, 'link', 0xc0000185],
  ])('reads %s', (_, sense, cause, status) => {
    const explained = explainSense(sense);
    expect(explained).toMatchObject({ class: cause, ntstatus: status });
    expect(ntStatus(NtStatus(status)).known).toBe(true);
  });

  it('has no status for an error that the drive got over', () => {
    expect(explainSense({ key: 1, asc: 0x17, ascq: 1 }).ntstatus).toBeUndefined();
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), fc.nat(255), (key, asc, ascq) => {
        const { additional, class: cause } = explainSense({ key, asc, ascq });
        expect(additional).toMatchObject({ asc, ascq });
        expect(CAUSE_CLASSES).toContain(cause);
      }),
    );
  });
});

describe('additionalSense', () => {
  it('falls back on the code without its qualifier, except where that is the maker’s', () => {
    expect(additionalSense(0x11, 0x7f)).toEqual(
      expect.objectContaining({ asc: 0x11, ascq: 0x7f, class: 'media', meaning: additionalSense(0x11, 0).meaning }),
    );
    expect(additionalSense(0x11, 0x7f).name).toBeUndefined();
    expect(additionalSense(0x11, 0x80)).toMatchObject({
      class: 'unknown',
      meaning: 'Only the maker of the device knows.',
    });
    expect(additionalSense(0x81, 0x00).meaning).toBe('Only the maker of the device knows.');
    expect(additionalSense(0x00, 0x7f).class).toBe('unknown');
  });
});

describe('scsiStatus', () => {
  it('is total', () => {
    fc.assert(fc.property(fc.integer(), (byte) => scsiStatus(byte).value === (byte & 0xff)));
  });

  it.each([
    [0x02, 'CHECK CONDITION'],
    [0x08, 'BUSY'],
    [0x18, 'RESERVATION CONFLICT'],
    [0x28, 'TASK SET FULL'],
    [0x40, 'TASK ABORTED'],
    [0x41, undefined],
  ])('0x%x is %s', (byte, name) => expect(scsiStatus(byte).name).toBe(name));
});
