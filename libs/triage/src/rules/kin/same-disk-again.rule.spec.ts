import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { kinStop } from '../witnesses.fixture.js';
import { kinSameDiskAgain } from './same-disk-again.rule.js';

describe('kin/same-disk-again', () => {
  const weigh = (count: number, over: object = {}) =>
    kinSameDiskAgain.test(
      factsOf(inpageStop(0xc000009c), {
        kin: Array.from({ length: count }, (_, n) => kinStop(0xc000009c, { crashId: `c${n}`, ...over })),
      }),
    )[0]?.weight ?? 0;

  it('strengthens with every stop, less each time', () => {
    const [one, two, eight] = [weigh(1), weigh(2), weigh(8)];
    expect(one!).toBeGreaterThan(0);
    expect(two!).toBeGreaterThan(one!);
    expect(eight! - two!).toBeLessThan(6 * (two! - one!));
  });

  it('never listens to a stop of another disk', () => {
    expect(weigh(3, { disk: 'another-disk' })).toBe(0);
  });

  it('lets an older bad block speak about a disk that is gone now', () => {
    const [claim] = kinSameDiskAgain.test(
      factsOf(inpageStop(0xc000000e), { kin: [kinStop(0xc000009c, { crashId: 'c1' })] }),
    );
    expect(claim).toMatchObject({ cause: 'media', evidence: ['c1'] });
  });
});
