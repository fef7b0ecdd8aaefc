import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, otherStop } from '../crash-facts.fixture.js';
import { dumpOf } from '../witnesses.fixture.js';
import { dumpVictimModule } from './victim-module.rule.js';

describe('dump/victim-module', () => {
  it('is a little doubt about a failed read, and blames nobody', () => {
    const [claim] = dumpVictimModule.test(
      factsOf(inpageStop(0xc000009c), { dump: dumpOf({ addressModule: 'win32kfull.sys' }) }),
    );
    expect(claim).toMatchObject({ cause: 'unknown', weight: 0.5 });
    expect(claim!.because).toContain('win32kfull.sys');
    expect(claim!.because).toContain('victim');
  });

  it('is silent about other stops', () => {
    expect(dumpVictimModule.test(factsOf(otherStop(0xd1), { dump: dumpOf({ addressModule: 'a.sys' }) }))).toEqual([]);
    expect(dumpVictimModule.test(factsOf(inpageStop(0xc000009c), { dump: dumpOf() }))).toEqual([]);
  });
});
