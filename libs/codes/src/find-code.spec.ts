import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNvmeStatus, NVME_STATUSES, nvmeStatus } from './nvme/nvme-status.js';
import {
  ADDITIONAL_SENSES,
  additionalSense,
  findAdditionalSense,
  formatAdditionalSense,
} from './scsi/additional-sense.js';
import { findScsiStatus, SCSI_STATUSES, scsiStatus } from './scsi/scsi-status.js';
import { findSenseKey, SENSE_KEYS, senseKey } from './scsi/sense-key.js';
import { findSrbStatus, SRB_STATUS_VALUES, srbStatus } from './scsi/srb-status.js';

const spellings = (code: number): string[] => {
  const hex = code.toString(16);
  return [`0x${hex}`, `0x${hex.toUpperCase()}`, hex.padStart(8, '0'), `0x${hex.padStart(16, '0')}`, String(code)];
};

const TABLES = [
  ['SRB status', SRB_STATUS_VALUES.map(srbStatus), (s: { value: number }) => s.value, findSrbStatus, 0xff],
  ['SCSI status', SCSI_STATUSES, (s: { value: number }) => s.value, findScsiStatus, 0xff],
  ['sense key', SENSE_KEYS, (s: { value: number }) => s.value, findSenseKey, 0x0f],
  ['NVMe status', NVME_STATUSES, (s: { type: number; code: number }) => s.type * 256 + s.code, findNvmeStatus, 0x7ff],
  [
    'additional sense',
    ADDITIONAL_SENSES,
    (s: { asc: number; ascq: number }) => s.asc * 256 + s.ascq,
    findAdditionalSense,
    0xffff,
  ],
] as const;

describe.each(TABLES)('a look-up of %s', (_, entries, codeOf, find, max) => {
  it('finds every entry by its name and by each spelling of its number', () => {
    for (const entry of entries as readonly { name?: string }[]) {
      const code = codeOf(entry as never);
      const names = [entry.name!, entry.name!.toLowerCase(), ` ${entry.name!} `];
      for (const text of [...names, ...spellings(code)]) expect(find(text), text).toEqual(entry);
    }
  });

  it('has no answer above its range, and none for a word', () => {
    for (const text of [`0x${(max + 1).toString(16)}`, '-1', 'fffff800c0000005', '', 'NO SUCH WORD'])
      expect(find(text), text).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => find(text) === undefined || true));
  });
});

describe('names', () => {
  it('are found with any space between their words', () => {
    expect(findScsiStatus('check_condition')).toBe(scsiStatus(2));
    expect(findSenseKey('medium-error')).toBe(senseKey(3));
    expect(findSrbStatus('SRB_STATUS_SELECTION_TIMEOUT')).toEqual(srbStatus(0x0a));
    expect(findNvmeStatus('nvm unrecovered read error')).toBe(nvmeStatus(2, 0x81));
  });

  it('of additional sense codes may be two bytes', () => {
    for (const text of ['11/04', '11h/04h', '0x11, 0x4', '11 4', '11:04', '0x1104'])
      expect(findAdditionalSense(text), text).toBe(additionalSense(0x11, 0x04));
    for (const sense of ADDITIONAL_SENSES) expect(findAdditionalSense(formatAdditionalSense(sense))).toBe(sense);
    expect(findAdditionalSense('111/04')).toBeUndefined();
  });
});
