import type { WindowsEvent } from '../windows-event.js';
import { isPortName } from './device-name.js';
import type { DiskEvent } from './disk-event.js';
import { DISK_EVENT_ROWS, PORT_DRIVER_ROWS } from './disk-event-table.js';

/**
 * Drivers that log for an adapter, for the clothings that lose the device. Many more exist; where the device is known, its
 * name decides, because 129 is an id of the time service too.
 */
const PORT_DRIVERS =
  /^(?:storahci|stornvme|iastor\w{0,12}|atapi|ataport|msahci|amdsata|amd_sata|amdahci|nvme|secnvme|lsi_\w{1,12}|megasas\w{0,4}|percsas\w{0,4}|uaspstor|vmstorfl|vioscsi|viostor|pvscsi)$/i;

/**
 * Reads a storage event; `undefined` for every other event. Keyed by provider and id, because 11, 15, 129 and 153 mean other
 * things elsewhere. What the clothing of the event lost is absent, and the kind is still told.
 * Source: the layout of `<Binary>` and the ids as told at `readIoErrorPacket` and in the table of rows.
 */
export function diskEvent(event: WindowsEvent): DiskEvent | undefined {
  const row = DISK_EVENT_ROWS.get(event.provider.toLowerCase())?.[event.eventId] ?? portDriverRow(event);
  if (!row) return undefined;
  const [kind, read] = row;
  return { kind, provider: event.provider, eventId: event.eventId, atMs: event.timeMs, ...read(event) };
}

function portDriverRow(event: WindowsEvent): (typeof PORT_DRIVER_ROWS)[number] | undefined {
  const row = PORT_DRIVER_ROWS[event.eventId];
  return row && (isPortName(event.data[0]?.value) || PORT_DRIVERS.test(event.provider)) ? row : undefined;
}
