import { bugcheck } from '@inpage/codes';
import { formatHex32 } from '@inpage/core';
import { claim, type Rule } from '../rule.js';
import { FILESYSTEM_LEANINGS, SOFTWARE_LEANINGS } from './bugcheck-leanings.js';

/** Codes that a table above already judges need no doubt from here. */
const JUDGED = new Set([...FILESYSTEM_LEANINGS, ...SOFTWARE_LEANINGS].map(({ code }) => code));

export const corroboratesOnly: Rule = {
  id: 'bugcheck/corroborates-only',
  doc: 'The bugcheck can follow from an unreadable system disk but carries no status, so it names no cause alone.',
  source:
    'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0xef--critical-process-died; https://windowsexplored.com/2011/10/05/your-hard-disk-is-failing',
  weight: 2,
  test({ decode }) {
    if (decode.status !== undefined || JUDGED.has(decode.code) || bugcheck(decode.code).storage !== 'corroborates')
      return [];
    const name = `${decode.name} (${formatHex32(decode.code)})`;
    return [claim('unknown', 2, `${name} can follow from a system disk that cannot be read, and from much else.`)];
  },
};
