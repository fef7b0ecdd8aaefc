import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseModel } from './normalise-model.js';
import { swapPairs } from './printable.js';

const NUL = String.fromCharCode(0);

describe('normaliseModel', () => {
  it.each([
    ['Samsung SSD 980 PRO 1TB              ', 'Samsung SSD 980 PRO 1TB'],
    ['WDC  WUH721414ALE604', 'WDC WUH721414ALE604'],
    ['NVMe Samsung SSD 970', 'Samsung SSD 970'],
    ['ATA MZ7LM960HMJP-00005', 'MZ7LM960HMJP-00005'],
    ['ATA     SAMSUNG MZ7LH960', 'SAMSUNG MZ7LH960'],
    ['USB SanDisk 3.2Gen1', 'SanDisk 3.2Gen1'],
    ['SCSI ATA ST1000DM003-1ER162', 'ST1000DM003-1ER162'],
    ['ST1000DM003-1ER162 ATA Device', 'ST1000DM003-1ER162'],
    ['VMware Virtual disk SCSI Disk Device', 'VMware Virtual disk'],
    [`ST4000NM0033-9ZM170${NUL}\u0007garbage`, 'ST4000NM0033-9ZM170'],
    ['INTEL\tSSDSC2KB960G8\u0003', 'INTEL SSDSC2KB960G8'],
    ['NVMe', 'NVMe'],
    ['   ', ''],
  ])('tidies %j to %j', (raw, model) => {
    expect(normaliseModel(raw).model).toBe(model);
  });

  it('keeps the capacity in the model, in one spelling', () => {
    expect(normaliseModel('Samsung SSD 870 EVO 1 TB').key).toBe(normaliseModel('samsung ssd 870 evo 1tb').key);
    expect(normaliseModel('Samsung SSD 870 EVO 2TB').key).not.toBe(normaliseModel('Samsung SSD 870 EVO 1TB').key);
  });

  it('repairs exchanged bytes when a maker shows after exchanging them, and keeps what was sent', () => {
    const raw = swapPairs('Samsung SSD 860 EVO 500GB');
    expect(normaliseModel(raw)).toMatchObject({ model: 'Samsung SSD 860 EVO 500GB', raw });
    expect(normaliseModel('WUS4BB096D7P3E1').model).toBe('WUS4BB096D7P3E1');
  });

  it.each([
    'Msft Virtual Disk',
    'VMware Virtual disk',
    'VMware, VMware Virtual S SCSI Disk Device',
    'QEMU HARDDISK',
    'Intel Raid 1 Volume',
    'DELL PERC H730P',
  ])('calls %s virtual', (raw) => {
    expect(normaliseModel(raw).virtual).toBe(true);
  });

  it.each([
    [14, true],
    [16, true],
    [9, true],
    [8, false],
    [17, false],
    [99, false],
  ])('judges bus %i: virtual %s', (busType, virtual) => {
    expect(normaliseModel('Samsung SSD 980 PRO 1TB', { busType }).virtual).toBe(virtual);
  });

  it('calls whatever hangs on USB, or is named after a bridge, bridged', () => {
    expect(normaliseModel('ST1000DM003', { busType: 7 }).bridged).toBe(true);
    expect(normaliseModel('ASMedia ASM1153').bridged).toBe(true);
    expect(normaliseModel('USB SanDisk 3.2Gen1').bridged).toBe(true);
    expect(normaliseModel('ST1000DM003', { busType: 11 }).bridged).toBe(false);
  });

  it.each([
    ['ST1000DM003', { vendor: 'ATA     ' }, 'Seagate'],
    ['ST1000DM003', { vendor: '(Standard disk drives)' }, 'Seagate'],
    ['Samsung SSD 970', { vendor: 'NVMe' }, 'Samsung'],
    ['CT1000MX500SSD1', {}, 'Crucial'],
    ['Cruzer', { vendor: 'SanDisk ' }, 'SanDisk'],
    ['Something Else', {}, undefined],
  ])('names the maker of %s with %j: %s', (raw, hints, vendor) => {
    expect(normaliseModel(raw, hints).vendor).toBe(vendor);
  });

  it('changes nothing when done twice, whatever was sent', () => {
    const word = fc.constantFrom(
      'NVMe',
      'ATA',
      'USB',
      'ATA Device',
      'aSsmnu g',
      'Samsung',
      '1',
      'TB',
      ' ',
      NUL,
      '\ud800',
    );
    const raws = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(raws, (raw) => {
        const once = normaliseModel(raw);
        expect(normaliseModel(once.model).model).toBe(once.model);
        expect(once.model).toBe(once.model.trim());
        expect(once.model).not.toMatch(/ {2}|[\p{Cc}\p{Cs}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads no more than a field can hold', () => {
    expect(normaliseModel('x'.repeat(1_000_000)).model).toHaveLength(256);
  });
});
