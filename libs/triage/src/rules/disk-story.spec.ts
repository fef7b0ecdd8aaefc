import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, otherStop, pageChecksumStop, signatureStop, uncleanStop } from './crash-facts.fixture.js';
import { bearing, isInDiskStory } from './disk-story.js';
import { DAY, decoded, heard, HOUR, kinStop, MINUTE } from './witnesses.fixture.js';

describe('bearing', () => {
  it.each([
    ['a failed read', inpageStop(0xc000009c), 'speaks'],
    ['a failed read without its status', inpageStop(), 'speaks'],
    ['a miniport that kept a request', otherStop(0xf0), 'speaks'],
    ['the compression store, with a status', decoded(0x1a, 0x6001n, 0xffffffffc000009cn, 0x1000n, 0n), 'speaks'],
    ['a wrong checksum', pageChecksumStop(), 'joins'],
    ['a stack without its signature', signatureStop(0n), 'joins'],
    ['a critical process', otherStop(0xef), 'joins'],
    ['a boot device out of reach', otherStop(0x7b), 'joins'],
    ['no code', uncleanStop(), 'joins'],
    ['used-up memory', inpageStop(0xc000009a), 'apart'],
    ['a driver bug', otherStop(0xd1), 'apart'],
    ['damaged tables of the Memory Manager', otherStop(0x1a), 'apart'],
  ] as const)('of %s', (_, decode, expected) => {
    expect(bearing(decode)).toBe(expected);
  });
});

describe('isInDiskStory', () => {
  const joined = (over: object, code = 0xef) => isInDiskStory(factsOf(otherStop(code), over));

  it('joins a stop by an event of this disk within ten minutes before it', () => {
    expect(joined({ leadUp: [heard('bad-block', { secondsBefore: 10 * MINUTE })] })).toBe(true);
    expect(joined({ leadUp: [heard('bad-block', { secondsBefore: 11 * MINUTE })] })).toBe(false);
    expect(joined({ leadUp: [heard('bad-block', { secondsBefore: -1 })] })).toBe(false);
    expect(joined({ leadUp: [heard('bad-block', { disk: 'unknown-disk' })] })).toBe(false);
    expect(joined({ leadUp: [heard('recovered')] })).toBe(false);
  });

  it('joins it by a storage error of this disk within 30 days', () => {
    expect(joined({ kin: [kinStop(0xc000009c, { daysBefore: 30 })] })).toBe(true);
    expect(joined({ kin: [kinStop(0xc000009c, { daysBefore: 31 })] })).toBe(false);
    expect(joined({ kin: [kinStop(0xc000009c, { disk: 'another-disk' })] })).toBe(false);
  });

  it('joins it to nothing without evidence', () => {
    expect(joined({})).toBe(false);
    expect(joined({ leadUp: [heard('bad-block', { secondsBefore: HOUR })], kin: [] })).toBe(false);
  });

  it('asks for an event where there is no code, because a power loss looks the same', () => {
    const unclean = (over: object) => isInDiskStory(factsOf(uncleanStop(), over));
    expect(unclean({ kin: [kinStop(0xc000009c, { daysBefore: 1 })] })).toBe(false);
    expect(unclean({ leadUp: [heard('bad-block', { secondsBefore: MINUTE })] })).toBe(true);
    expect(unclean({ leadUp: [heard('bad-block', { secondsBefore: DAY })] })).toBe(false);
  });
});
