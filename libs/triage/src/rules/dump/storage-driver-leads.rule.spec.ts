import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, otherStop } from '../crash-facts.fixture.js';
import { dumpOf } from '../witnesses.fixture.js';
import { dumpStorageDriverLeads } from './storage-driver-leads.rule.js';

describe('dump/storage-driver-leads', () => {
  const test = (code: number, name: string, over: object = {}) =>
    dumpStorageDriverLeads
      .test(
        factsOf(otherStop(code), {
          driverStack: ['snapflt', 'partmgr', 'disk', 'iastorac'],
          dump: dumpOf({
            stackModules: [
              { name: 'nt', origin: 'kernel', standing: 'caller' },
              { name, origin: 'third-party', standing: 'named', ...over },
            ],
          }),
        }),
      )
      .map(({ cause, weight }) => [cause, weight]);

  it('names a filter in the stack of the disk', () => {
    expect(test(0xd1, 'snapflt.sys')).toEqual([['software', 3]]);
  });

  it('leaves it open whether a bad miniport is bug or controller', () => {
    expect(test(0xd1, 'iaStorAC.sys')).toEqual([
      ['software', 3],
      ['controller', 2],
    ]);
  });

  it('is silent about other drivers, about single finds, and about Windows itself', () => {
    expect(test(0xd1, 'nvlddmkm.sys')).toEqual([]);
    expect(test(0xd1, 'snapflt.sys', { standing: 'single' })).toEqual([]);
    expect(test(0xd1, 'ataport.sys', { origin: 'windows' })).toEqual([]);
  });

  it('is silent about a page that could not be read: who needed it is the victim', () => {
    const stackModules = [{ name: 'snapflt.sys', origin: 'third-party' as const, standing: 'named' as const }];
    const facts = factsOf(inpageStop(0xc000009c), { driverStack: ['snapflt', 'disk'], dump: dumpOf({ stackModules }) });
    expect(dumpStorageDriverLeads.test(facts)).toEqual([]);
  });
});
