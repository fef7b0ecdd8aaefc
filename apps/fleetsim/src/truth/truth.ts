import type { Cause } from '../stops/stop.js';
import type { DiskTruth } from '../stories/story.js';
import type { StoryId } from '../stories/story-id.js';

/** Version of the format; docs/fleetsim.md describes it. */
export const TRUTH_FORMAT = 1;

/** What a stop's group should be made of, as far as the records that were sent can tell. */
export interface ExpectedGroup {
  readonly family: string;
  readonly status: string | null;
  /** Lower case. */
  readonly model: string;
  /** Lower case, joined by ` > `. */
  readonly stack: string;
}

export type Evidence = 'kernel-power-41' | 'eventlog-6008' | 'wer-1001' | 'volmgr-161' | 'crash';

export interface StopTruth {
  readonly type: 'stop';
  readonly computer: string;
  readonly at: string;
  readonly story: StoryId | null;
  readonly cause: Cause;
  readonly because: string;
  readonly code: string | null;
  readonly status: string | null;
  readonly parameters: readonly string[] | null;
  /** Serial of the disk that failed to deliver. */
  readonly disk: string | null;
  readonly evidence: readonly Evidence[];
  readonly group: ExpectedGroup;
}

export interface DiskTruthLine {
  readonly number: number;
  readonly model: string;
  readonly serial: string;
  readonly firmware: readonly { readonly from: string; readonly revision: string }[];
  readonly state: 'healthy' | DiskTruth['state'];
  readonly since: string | null;
  readonly from: string;
  readonly until: string | null;
}

export interface MachineTruth {
  readonly type: 'machine';
  readonly computer: string;
  readonly machineGuid: string;
  readonly model: string;
  readonly source: 'agent' | 'collector';
  readonly stories: readonly StoryId[];
  readonly disks: readonly DiskTruthLine[];
}

export interface FleetTruth {
  readonly type: 'fleet';
  readonly format: typeof TRUTH_FORMAT;
  readonly seed: number;
  readonly machines: number;
  readonly days: number;
  readonly start: string;
  readonly end: string;
}

export interface StoryTruth {
  readonly type: 'story';
  readonly id: StoryId;
  readonly text: string;
  readonly cause: Cause;
  readonly planted: Readonly<Record<string, string>>;
}

/** The last line: how often each story was told. `none` counts the stops of no story. */
export interface TallyTruth {
  readonly type: 'tally';
  readonly machines: number;
  readonly disks: number;
  readonly records: number;
  readonly stops: Readonly<Record<StoryId | 'none', number>>;
  readonly storyMachines: Readonly<Record<StoryId, number>>;
}

export type TruthLine = FleetTruth | StoryTruth | MachineTruth | StopTruth | TallyTruth;
