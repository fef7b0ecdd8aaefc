import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, SATA_DISK, VIRTUAL_DISK } from '../crash-facts.fixture.js';
import { kinStop } from '../witnesses.fixture.js';
import { kinSeveralDisks } from './several-disks.rule.js';

describe('kin/several-disks', () => {
  const others = (status: number) => [kinStop(status, { disk: 'another-disk', crashId: 'other' })];
  const causes = (status: number, over: object = {}) =>
    kinSeveralDisks
      .test(factsOf(inpageStop(status), { disk: SATA_DISK, kin: others(status), ...over }))
      .map(({ cause, weight }) => [cause, weight]);

  it('points at what disks share when two of them stopped the machine alike', () => {
    expect(causes(0xc000009d)).toEqual([
      ['controller', 2],
      ['link', 1.3],
    ]);
  });

  it('believes less in a common cause of bad blocks', () => {
    expect(causes(0xc000009c)).toEqual([
      ['controller', 1],
      ['link', 0.7],
    ]);
  });

  it('blames the host for virtual disks', () => {
    expect(causes(0xc000009d, { disk: VIRTUAL_DISK })).toEqual([['virtual', 2]]);
  });

  it('is silent when the classes differ, or when it was this disk again', () => {
    expect(causes(0xc000009d, { kin: others(0xc000009c) })).toEqual([]);
    expect(causes(0xc000009d, { kin: [kinStop(0xc000009d)] })).toEqual([]);
  });
});
