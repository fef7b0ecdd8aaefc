import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseSerial } from './normalise-serial.js';
import { swapPairs } from './printable.js';

const NUL = String.fromCharCode(0);
const hexOf = (text: string): string => Buffer.from(text, 'latin1').toString('hex');

describe('normaliseSerial', () => {
  it.each([
    ['     WD-WCC4N1234567', 'WD-WCC4N1234567'],
    ['S4EVNX0R123456D     ', 'S4EVNX0R123456D'],
    ['S4EVNX0R123456D_0000', 'S4EVNX0R123456D'],
    ['S4EVNX0R123456D_00000001.', 'S4EVNX0R123456D'],
    [`Z1D5ABCD${NUL}\u0001rest`, 'Z1D5ABCD'],
    ['\u0003NZ1D5ABCD', 'NZ1D5ABCD'],
    ['sAmE Case', 'sAmE Case'],
  ])('reads %j as %j', (raw, serial) => {
    expect(normaliseSerial(raw)).toEqual({ serial, placeholder: false, raw });
  });

  it.each([
    ['ACE4_2E61_9000_7804.', 'ace42e6190007804'],
    ['0025_3851_91B0_1234', '0025385191b01234'],
    ['0000_0000_0000_0001_8CE3_8E05_0012_3456.', '00000000000000018ce38e0500123456'],
  ])('tells the namespace id %s from a serial', (raw, namespaceId) => {
    expect(normaliseSerial(raw)).toEqual({ namespaceId, placeholder: false, raw });
  });

  it.each([
    '0000_0000_0000_0000.',
    '00000000',
    'FFFFFFFFFFFF',
    'To be filled by O.E.M.',
    'Default string',
    '0123456789ABCDEF',
    'none',
  ])('takes %s for a placeholder', (raw) => {
    expect(normaliseSerial(raw)).toEqual({ placeholder: true, raw });
  });

  it.each(['', '    ', NUL])('finds nothing in %j', (raw) => {
    expect(normaliseSerial(raw)).toEqual({ placeholder: false, raw });
  });

  it('repairs exchanged bytes, seen by the misplaced padding or by the maker', () => {
    expect(normaliseSerial(swapPairs('     WD-WCC4N1234567')).serial).toBe('WD-WCC4N1234567');
    expect(normaliseSerial(swapPairs('     S21PNSAG123456Q')).serial).toBe('S21PNSAG123456Q');
  });

  it('decodes a serial that came as forty hex digits', () => {
    expect(normaliseSerial(hexOf('     WD-WCC4N1234567')).serial).toBe('WD-WCC4N1234567');
    expect(normaliseSerial(hexOf(swapPairs('     WD-WCC4N1234567'))).serial).toBe('WD-WCC4N1234567');
  });

  it('never throws, and gives a serial or a namespace id but never both', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const { serial, namespaceId } = normaliseSerial(raw);
        expect(serial === undefined || namespaceId === undefined).toBe(true);
        expect(serial).not.toBe('');
      }),
    );
  });
});
