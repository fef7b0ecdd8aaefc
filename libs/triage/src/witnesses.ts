import type { DiskEvent } from '@inpage/winevent';
import type { Decode } from './stop.js';

/**
 * Whether something speaks of the disk of the crash. `this-disk` only on evidence: an equal serial, or the number that this disk
 * has in the inventory in force at that time. A name that Windows gives anew at every boot is no evidence over days.
 */
export type WhichDisk = 'this-disk' | 'another-disk' | 'unknown-disk';

/** One storage event of the machine around a stop. */
export interface LeadUpEvent {
  readonly recordId: string;
  /** From the event to the stop; negative when it was logged afterwards, as Windows does at the next boot. */
  readonly secondsBefore: number;
  readonly disk: WhichDisk;
  readonly event: DiskEvent;
}

/** Another stop of the same machine, or of the same disk in another machine, within 30 days. */
export interface KinStop {
  readonly crashId: string;
  /** From that stop to this one; negative when it came later. */
  readonly daysBefore: number;
  readonly disk: WhichDisk;
  readonly decode: Pick<Decode, 'code' | 'name' | 'family' | 'layout' | 'status' | 'statusNotRecorded'>;
}

/** A driver of the storage stack whose version differs from the inventory before. */
export interface DriverChange {
  readonly driver: string;
  readonly from?: string;
  readonly to?: string;
  /** From the first inventory that has the new version to the stop. */
  readonly daysBefore: number;
}
