import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { dumpOf, history } from '../witnesses.fixture.js';
import { dumpSlowRequests } from './slow-requests.rule.js';

describe('dump/slow-requests', () => {
  const test = (slowestMs: number) =>
    dumpSlowRequests.test(factsOf(inpageStop(), { dump: dumpOf({ pagingStorage: history({ slowestMs }) }) }));

  it('is a hint at a struggling disk and never a verdict', () => {
    expect(test(9_000)[0]).toMatchObject({ cause: 'media', weight: 1.5 });
    expect(test(9_000)[0]!.because).toContain('took 9 seconds');
  });

  it('is silent about a laptop disk that takes its time', () => {
    expect(test(180)).toEqual([]);
  });
});
