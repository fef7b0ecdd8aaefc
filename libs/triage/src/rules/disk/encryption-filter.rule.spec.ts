import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, pageChecksumStop } from '../crash-facts.fixture.js';
import { diskEncryptionFilter } from './encryption-filter.rule.js';

describe('disk/encryption-filter', () => {
  const test = (status: number | undefined, ...driverStack: string[]) =>
    diskEncryptionFilter.test(factsOf(inpageStop(status), { driverStack }));

  it('hints at a filter that decrypts, where such a layer can have made the status', () => {
    for (const status of [undefined, 0xc000009a, 0xc0000010])
      expect(test(status, 'veracrypt', 'disk', 'storahci')[0]).toMatchObject({ cause: 'encryption', weight: 1.5 });
    expect(diskEncryptionFilter.test(factsOf(pageChecksumStop(), { driverStack: ['dcrypt', 'disk'] }))).toHaveLength(1);
  });

  it('does not blame it for what the disk said', () => {
    expect(test(0xc000009c, 'veracrypt', 'disk', 'storahci')).toEqual([]);
  });

  it('takes BitLocker for normal: a hint beside a status of encryption, and nothing else', () => {
    expect(test(0xc0210000, 'fvevol', 'disk', 'storahci')[0]!.weight).toBe(0.5);
    for (const status of [undefined, 0xc000009a, 0xc000009c]) expect(test(status, 'fvevol', 'disk')).toEqual([]);
  });
});
