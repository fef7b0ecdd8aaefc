import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { dumpOf } from '../witnesses.fixture.js';
import { dumpCommitLimit } from './commit-limit.rule.js';

describe('dump/commit-limit', () => {
  const test = (status: number, pages: string) =>
    dumpCommitLimit.test(
      factsOf(inpageStop(status), {
        dump: dumpOf({ commit: { pages, peakPages: pages, limitPages: '0x0000000000400000' } }),
      }),
    );

  it('confirms a status that says that a resource was used up', () => {
    expect(test(0xc000009a, '0x00000000003fff00')[0]).toMatchObject({ cause: 'resources', weight: 3 });
    expect(test(0xc000012d, '0x00000000003fff00')[0]!.because).toContain('99 %');
  });

  it('is silent below the limit and beside a status of the disk', () => {
    expect(test(0xc000009a, '0x0000000000200000')).toEqual([]);
    expect(test(0xc000009c, '0x00000000003fff00')).toEqual([]);
  });
});
