import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { dumpOf } from '../witnesses.fixture.js';
import { dumpUnloadedStorageDriver } from './unloaded-storage-driver.rule.js';

describe('dump/unloaded-storage-driver', () => {
  const causes = (...unloadedDrivers: string[]) =>
    dumpUnloadedStorageDriver
      .test(
        factsOf(inpageStop(), {
          driverStack: ['snapshotfilter', 'disk', 'storahci'],
          dump: dumpOf({ unloadedDrivers }),
        }),
      )
      .map(({ cause }) => cause);

  it('takes an unloaded USB driver for a disk that left', () => {
    expect(causes('USBSTOR.SYS')).toEqual(['device-gone']);
  });

  it('takes an unloaded miniport for trouble with the controller', () => {
    expect(causes('storahci.sys', 'stornvme.sys')).toEqual(['controller']);
  });

  it('knows a filter of the stack by a name that Windows cut off', () => {
    expect(causes('snapshotfilt')).toEqual(['software']);
  });

  it('is silent about the copies that would write a dump, and about everything else', () => {
    expect(causes('dump_storpor', 'dump_storahc', 'hwpolicy.sys', 'nvlddmkm.sys')).toEqual([]);
  });
});
