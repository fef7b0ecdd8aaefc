/**
 * Other names in use for a code: the reference and bugcodes.h of the Windows SDK disagree on some, because old numbers were
 * given to new purposes; the status codes have their status names.
 */
export const BUGCHECK_ALIASES: ReadonlyMap<string, number> = new Map([
  ['VOLMGRX_INTERNAL_ERROR', 0x58],
  ['BOOTPROC_INITIALIZATION_FAILED', 0x6e],
  ['VSL_INITIALIZATION_FAILED', 0x6f],
  ['SOFT_RESTART_FATAL_ERROR', 0x70],
  ['EM_INITIALIZATION_ERROR', 0x11a],
  ['XBOX_VMCTRL_CS_TIMEOUT', 0x356],
  ['STATUS_SYSTEM_PROCESS_TERMINATED', 0xc000021a],
]);
