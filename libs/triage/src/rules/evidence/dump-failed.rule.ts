import { bugcheck } from '@inpage/codes';
import type { CrashFacts } from '../../verdict.js';
import { claim, type Rule } from '../rule.js';

const maySpeakOfStorage = ({ decode }: CrashFacts): boolean =>
  decode.family === 'inpage' || decode.family === 'unclean-shutdown' || bugcheck(decode.code).storage !== 'not-storage';

/** A paging file that is too small or a full disk stops a dump too, so this supports a cause and never makes one. */
export const dumpFailed: Rule = {
  id: 'evidence/dump-failed',
  doc: 'The dump could not be written (volmgr 161), as happens when the disk that should take it is gone.',
  source:
    'https://learn.microsoft.com/windows-hardware/drivers/debugger/kernel-mode-dump-files; our inference, because the dump goes down the same path as the failed read',
  weight: 1,
  test(facts) {
    if (!facts.dumpFailed || !maySpeakOfStorage(facts)) return [];
    return [
      claim('device-gone', 1, 'The dump could not be written, as happens when the disk is gone.'),
      claim('link', 0.5, 'The dump could not be written, as happens when the path to the disk is broken.'),
    ];
  },
};
