import { describe, expect, it } from 'vitest';
import { factsOf, otherStop, pageChecksumStop, SATA_DISK, signatureStop, uncleanStop } from '../crash-facts.fixture.js';
import { kinStop } from '../witnesses.fixture.js';
import { kinJoinedToDisk } from './joined-to-disk.rule.js';

describe('kin/joined-to-disk', () => {
  const claims = (code: number, ...kin: ReturnType<typeof kinStop>[]) =>
    kinJoinedToDisk.test(factsOf(otherStop(code), { disk: SATA_DISK, kin }));

  it.each([0xf4, 0xef, 0x154, 0x7b, 0x24, 0x50, 0xc000021a])('joins %i to a bad block of the same disk', (code) => {
    const [claim] = claims(code, kinStop(0xc000009c, { crashId: 'crash-1' }));
    expect(claim).toMatchObject({ cause: 'media', weight: 2.5, evidence: ['crash-1'] });
    expect(claim!.because).toContain('could not return its data');
  });

  it('joins a kernel stack without its signature and a page with a wrong checksum as well', () => {
    for (const decode of [signatureStop(0n), pageChecksumStop()])
      expect(kinJoinedToDisk.test(factsOf(decode, { kin: [kinStop(0xc000009c)] }))).toHaveLength(1);
  });

  it.each([
    ['another disk', kinStop(0xc000009c, { disk: 'another-disk' })],
    ['a disk that is not known', kinStop(0xc000009c, { disk: 'unknown-disk' })],
    ['a stop of last quarter', kinStop(0xc000009c, { daysBefore: 31 })],
    ['a status that is not of a disk', kinStop(0xc000009a)],
  ])('does not join it to %s', (_, kin) => {
    expect(claims(0xef, kin)).toEqual([]);
  });

  it('does not join a power loss, nor a driver bug', () => {
    expect(kinJoinedToDisk.test(factsOf(uncleanStop(), { kin: [kinStop(0xc000009c)] }))).toEqual([]);
    expect(claims(0xd1, kinStop(0xc000009c))).toEqual([]);
  });
});
