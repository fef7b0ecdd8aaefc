import type { EventDraft } from '../event-draft.js';

const DEVICE =
  /\\Device\\(?:Harddisk\d{1,5}\\DR\d{1,5}|(?:RaidPort|ScsiPort)\d{1,5}|Ide\\IdePort\d{1,5}|HarddiskVolume\d{1,5})/;
const BUGCHECK = /0x[0-9a-f]{8} \(0x[0-9a-f]{1,16}, 0x[0-9a-f]{1,16}, 0x[0-9a-f]{1,16}, 0x[0-9a-f]{1,16}\)/i;
const LONGEST_LOOKED_AT = 4096;

/**
 * Where a collector dropped all data of an event, takes from its message what no language changes: the bugcheck of a 1001
 * and the device of a disk event. Only then: data are read, messages are not.
 */
export function recoverFromMessage(draft: EventDraft, message: unknown): void {
  if (draft.data.length > 0 || draft.binary || typeof message !== 'string') return;
  const text = message.slice(0, LONGEST_LOOKED_AT);
  const found = draft.eventId === '1001' ? BUGCHECK.exec(text) : DEVICE.exec(text);
  if (found) draft.data.push({ name: draft.eventId === '1001' ? 'param1' : undefined, value: found[0] });
}
