import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, otherStop } from '../crash-facts.fixture.js';
import { dumpOf } from '../witnesses.fixture.js';
import { dumpDriverVerifier } from './driver-verifier.rule.js';

describe('dump/driver-verifier', () => {
  const test = (decode: ReturnType<typeof inpageStop>, verifierLevel: number) =>
    dumpDriverVerifier.test(factsOf(decode, { dump: dumpOf({ verifierLevel }) }));

  it('strengthens the suspicion of a driver bug', () => {
    expect(test(otherStop(0xc4), 0x9)[0]).toMatchObject({ cause: 'software', weight: 1.5 });
  });

  it('knows that it makes allocations fail on purpose', () => {
    expect(test(inpageStop(0xc000009a), 0x4)[0]!.because).toContain('on purpose');
    expect(test(inpageStop(0xc000009a), 0x9)).toEqual([]);
  });

  it('does not matter when it was off, or for a bad block', () => {
    expect(test(otherStop(0xd1), 0)).toEqual([]);
    expect(test(inpageStop(0xc000009c), 0x4)).toEqual([]);
  });
});
