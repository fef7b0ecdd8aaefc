import type { Brand } from '@inpage/core';

/** Always unsigned 32-bit. */
export type NtStatus = Brand<number, 'NtStatus'>;
export const NtStatus = (n: number): NtStatus => (n >>> 0) as NtStatus;

/** Always unsigned 32-bit. */
export type BugcheckCode = Brand<number, 'BugcheckCode'>;
export const BugcheckCode = (n: number): BugcheckCode => (n >>> 0) as BugcheckCode;

/** Strips the flag that a minidump adds: 0x1000007E and 0x7E are one bugcheck with two spellings. */
export const baseBugcheck = (code: BugcheckCode): BugcheckCode => {
  const flagged = (code & 0xf000_0000) >>> 0 === 0x1000_0000;
  return BugcheckCode(flagged ? code & 0x0fff_ffff : code);
};
