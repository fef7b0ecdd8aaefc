import { u32At } from './event-binary.js';
import type { StopEvidence } from './stop-evidence.js';
import type { WindowsEvent } from './windows-event.js';

const FINAL_STATUS_AT = 0x14;

/**
 * volmgr 161, "dump file creation failed": a bugcheck did happen although there is no dump. `<Binary>` is an
 * IO_ERROR_LOG_PACKET whose FinalStatus is the NTSTATUS of the failed write; 0 there means that none was recorded.
 * Source: https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ns-wdm-_io_error_log_packet
 */
export const readVolmgr161 = (event: WindowsEvent): StopEvidence => ({
  kind: 'volmgr-161',
  reportedAtMs: event.timeMs,
  dumpStatus: u32At(event.binary, FINAL_STATUS_AT) || undefined,
});
