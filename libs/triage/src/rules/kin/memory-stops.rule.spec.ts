import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, otherStop, pageChecksumStop } from '../crash-facts.fixture.js';
import { kinStop } from '../witnesses.fixture.js';
import { kinMemoryStops } from './memory-stops.rule.js';

describe('kin/memory-stops', () => {
  const memoryStop = (code: number) =>
    kinStop(0, { decode: otherStop(code), disk: 'unknown-disk', crashId: `m${code}` });

  it('turns a page with a wrong checksum towards RAM', () => {
    const [claim] = kinMemoryStops.test(factsOf(pageChecksumStop(), { kin: [memoryStop(0x4e), memoryStop(0x12b)] }));
    expect(claim).toMatchObject({ cause: 'memory', evidence: ['m78', 'm299'] });
  });

  it('names the only one', () => {
    expect(kinMemoryStops.test(factsOf(otherStop(0x50), { kin: [memoryStop(0x4e)] }))[0]!.because).toBe(
      'Another stop within 30 days (PFN_LIST_CORRUPT) found damaged memory.',
    );
  });

  it('says nothing about a bad block, nor by stops that carried a status', () => {
    expect(kinMemoryStops.test(factsOf(inpageStop(0xc000009c), { kin: [memoryStop(0x4e)] }))).toEqual([]);
    expect(kinMemoryStops.test(factsOf(pageChecksumStop(), { kin: [kinStop(0xc000009c)] }))).toEqual([]);
  });
});
