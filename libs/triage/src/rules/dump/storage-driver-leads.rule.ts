import { tidy } from '../../explain/names.js';
import { baseBugcheck } from '@inpage/codes';
import type { CrashFacts } from '../../verdict.js';
import { SOFTWARE_LEANINGS } from '../bugcheck/bugcheck-leanings.js';
import { claim, type Rule } from '../rule.js';
import { storageRole } from './driver-names.js';

const isSoftwareStop = ({ decode }: CrashFacts): boolean =>
  SOFTWARE_LEANINGS.some(({ code }) => code === baseBugcheck(decode.code));

/** Single finds on a stack are mostly stale; the kernel and Windows' own drivers stand on every stack. */
const leadingDriver = ({ dump }: CrashFacts): string | undefined =>
  dump?.stackModules?.find(({ origin, standing }) => origin === 'third-party' && standing !== 'single')?.name;

export const dumpStorageDriverLeads: Rule = {
  id: 'dump/storage-driver-leads',
  doc: 'The likeliest driver of a stop that driver bugs cause is a storage driver or a filter in the stack of the disk, and not from Microsoft.',
  source:
    'https://learn.microsoft.com/troubleshoot/windows-client/performance/stop-error-or-blue-screen-error-troubleshooting; our inference for the order of modules on a stack',
  weight: 3,
  test(facts) {
    const driver = isSoftwareStop(facts) ? leadingDriver(facts) : undefined;
    const role = driver === undefined ? undefined : storageRole(facts, driver);
    if (driver === undefined || role === undefined) return [];
    const what = role === 'miniport' ? 'the driver of a disk controller' : 'a filter in the stack of this disk';
    const because = `The dump names ${tidy(driver)} first, which is ${what}.`;
    const bug = claim('software', 3, because);
    return role === 'miniport' ? [bug, claim('controller', 2, because)] : [bug];
  },
};
