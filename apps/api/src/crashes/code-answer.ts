import { bugcheck, BugcheckCode, ntStatus, NtStatus } from '@inpage/codes';
import type { rest } from '@inpage/contracts';
import { formatHex32 } from '@inpage/core';
import type { z } from 'zod';

/** What a stop without a bugcheck is called: the machine only says that it was not shut down. */
const NO_BUGCHECK = 'Stopped without a bugcheck';

export const hex32 = (code: number | null): string | null => (code === null ? null : formatHex32(code));

export const bugcheckName = (code: number | null): string =>
  code === null ? NO_BUGCHECK : bugcheck(BugcheckCode(code)).name;

/** A status with its name and meaning; null when the stop has none, or none was recorded. */
export function statusAnswer(status: number | null | undefined): z.output<typeof rest.ntStatus> | null {
  if (status === null || status === undefined) return null;
  const { name, meaning } = ntStatus(NtStatus(status));
  return { code: formatHex32(status), name, meaning };
}
