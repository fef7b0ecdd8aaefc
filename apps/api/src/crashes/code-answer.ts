import { bugcheck, BugcheckCode } from '@inpage/codes';
import { formatHex32 } from '@inpage/core';

/** What a stop without a bugcheck is called: the machine only says that it was not shut down. */
const NO_BUGCHECK = 'Stopped without a bugcheck';

export const hex32 = (code: number | null): string | null => (code === null ? null : formatHex32(code));

export const bugcheckName = (code: number | null): string =>
  code === null ? NO_BUGCHECK : bugcheck(BugcheckCode(code)).name;
