import type { MachineId, RecordId } from '@inpage/core';
import type { DiskEvent } from '@inpage/winevent';
import { corrected } from './evidence.js';

/** A storage event of a machine, as one record has it. */
export interface DiskEventRecord {
  readonly machineId: MachineId;
  readonly recordId: RecordId;
  /** Corrected by what the sender's clock was off; `event.atMs` is as that clock had it. */
  readonly atMs: number;
  readonly event: DiskEvent;
}

/** Names of devices, models and serials have under 128 characters; a whole week of events is held at once, so none may have more than this. */
const MOST_CHARS = 256;

export const diskEventRecord = (
  event: DiskEvent,
  machineId: MachineId,
  recordId: RecordId,
  clockSkewMs: number | undefined,
): DiskEventRecord => ({
  machineId,
  recordId,
  atMs: corrected(event.atMs, clockSkewMs),
  event: Object.fromEntries(
    Object.entries(event).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, MOST_CHARS) : value,
    ]),
  ) as unknown as DiskEvent,
});
