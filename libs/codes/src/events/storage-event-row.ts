import type { CauseClass } from '../cause-class.js';
import type { EventSource } from './event-sources.js';

/** How much an event weighs alone. `failing`: act. `trend`: watch how often. `context`: explains other events. */
export const EVENT_WEIGHTS = ['failing', 'trend', 'context'] as const;
export type EventWeight = (typeof EVENT_WEIGHTS)[number];

/** One event id of one family of providers. */
export interface StorageEventRow {
  readonly id: number;
  /** What it is called, in a few words. */
  readonly name: string;
  /** What happened. */
  readonly meaning: string;
  /** What it says about the disk, and what it does not. */
  readonly disk: string;
  readonly class: CauseClass;
  readonly weight: EventWeight;
  /** When it is no bad sign. */
  readonly normal?: string;
  readonly sources: readonly EventSource[];
}
