import type { CauseClass, Confidence } from '../cause-class.js';
import type { NtStatusSource } from './ntstatus-sources.js';

/** What a class alone does not say. `network` marks the statuses of class `virtual` that come over a network. */
export const NT_STATUS_SUBCLASSES = [
  'drive-internal',
  'generic-io',
  'memory',
  'network',
  'read-only',
  'silent-corruption',
  'timeout',
] as const;
export type NtStatusSubclass = (typeof NT_STATUS_SUBCLASSES)[number];

/** `documented`: Microsoft names it for 0x7A or 0x77. `plausible`: a storage path can produce it. `unknown`: not in our table. */
export type SeenIn0x7A = 'documented' | 'plausible' | 'unlikely' | 'unknown';

/** One row of the table. */
export interface NtStatusRow {
  readonly code: number;
  readonly name: string;
  readonly meaning: string;
  /** Who returns it. */
  readonly layer: string;
  readonly class: CauseClass;
  readonly subclass?: NtStatusSubclass;
  readonly confidence: Confidence;
  readonly seenIn0x7A: SeenIn0x7A;
  readonly note?: string;
  readonly citations: readonly NtStatusSource[];
}
