import type { StoryId } from '../stories/story-id.js';
import type { WindowsEvent } from '../windows/event.js';
import type { Parameters } from './inpage-parameters.js';

/** The cause classes of docs/glossary.md that this fleet knows the truth about. */
export type Cause = 'media' | 'link' | 'device-gone' | 'controller' | 'resources' | 'memory' | 'software' | 'unknown';

/** One stop of one machine, with its true cause. What Windows leaves behind about it is up to `stopRecords`. */
export interface Stop {
  readonly atMs: number;
  readonly story: StoryId | null;
  readonly cause: Cause;
  /** The true cause in one short phrase. */
  readonly because: string;
  /** 0 when nothing called KeBugCheck: the power went, or somebody held the button. */
  readonly code: number;
  readonly parameters: Parameters;
  /** NTSTATUS among the parameters. */
  readonly status: number | null;
  /** Number of the disk that failed to deliver; null when no disk has a part in it. */
  readonly disk: number | null;
  /** `none`: nothing was even tried, as after a power loss. */
  readonly dump: 'written' | 'failed' | 'none';
  /** What survived until Kernel-Power 41 was written. */
  readonly kept: 'everything' | 'first-parameter' | 'nothing';
  readonly powerButton?: boolean;
  /** Events of the last minutes before it, where the disk could still take them. */
  readonly leadUp?: readonly WindowsEvent[];
}

export const KERNEL_DATA_INPAGE_ERROR = 0x7a;
export const NO_PARAMETERS: Parameters = [0n, 0n, 0n, 0n];
