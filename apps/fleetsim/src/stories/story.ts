import type { Casting, Configuration, MachineFacts } from '../fleet/machine.js';
import type { Random } from '../random/random.js';
import type { Cause, Stop } from '../stops/stop.js';
import type { Calendar } from '../timeline/calendar.js';
import type { WindowsEvent } from '../windows/event.js';
import type { StoryId } from './story-id.js';

/** Something that changes in a machine: a firmware or driver roll-out, a replaced disk. */
export interface Change {
  readonly atMs: number;
  readonly apply: (before: Configuration) => Configuration;
}

/** What is true about one disk from then on. */
export interface DiskTruth {
  readonly disk: number;
  readonly state: 'dying' | 'bad-firmware' | 'loose-cable' | 'gets-unplugged';
  readonly sinceMs: number;
}

/** What happens to one machine on account of one story. */
export interface Plot {
  readonly changes?: readonly Change[];
  readonly events?: readonly WindowsEvent[];
  readonly stops?: readonly Stop[];
  readonly truth?: DiskTruth;
}

/** One machine, as a story finds it. `random` belongs to this story and this machine alone. */
export interface Scene {
  readonly machine: MachineFacts;
  readonly calendar: Calendar;
  readonly random: Random;
}

/** A planted story. */
export interface Story {
  readonly id: StoryId;
  /** One sentence for the truth file and for --help. */
  readonly text: string;
  readonly cause: Cause;
  /** What the statistics should find: the parts that the planted stops share. */
  readonly planted: Readonly<Record<string, string>>;
  /** Stories about single machines choose them; the others visit the whole fleet. */
  readonly cast?: { readonly machines: (fleet: number) => number; readonly casting: Casting };
  /** `undefined`: nothing happens to this machine. */
  readonly play: (scene: Scene) => Plot | undefined;
}
