import type { EventDraft } from '../event-draft.js';

/** At least two SYSTEMTIME or half an IO_ERROR_LOG_PACKET: no GUID and no address is that long. */
const LONG_HEX = /^(?:[0-9A-Fa-f]{2}){20,}$/;

/** Fluent Bit counts `<Binary>` of a classic event among its values, as the last one. Classic events have qualifiers. */
export function takeBinaryOutOfValues(draft: EventDraft): void {
  const last = draft.data.at(-1);
  if (draft.binary || !Number(draft.qualifiers) || last === undefined || !LONG_HEX.test(last.value)) return;
  draft.binary = last.value;
  draft.data.pop();
}
