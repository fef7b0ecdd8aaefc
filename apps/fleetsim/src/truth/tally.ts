import { STORY_IDS, type StoryId } from '../stories/story-id.js';
import type { MachineLife } from '../timeline/machine-life.js';
import type { TallyTruth } from './truth.js';

const zeros = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

/** Counts lives as they pass. */
export class Tally {
  #machines = 0;
  #disks = 0;
  #records = 0;
  readonly #stops: Record<StoryId | 'none', number> = zeros([...STORY_IDS, 'none']);
  readonly #storyMachines: Record<StoryId, number> = zeros(STORY_IDS);

  add(life: MachineLife): void {
    this.#machines++;
    this.#disks += life.truth.disks.length;
    this.#records += life.observations.length;
    for (const stop of life.stops) this.#stops[stop.story ?? 'none']++;
    for (const story of life.truth.stories) this.#storyMachines[story]++;
  }

  line(): TallyTruth {
    return {
      ...{ type: 'tally', machines: this.#machines, disks: this.#disks, records: this.#records },
      ...{ stops: { ...this.#stops }, storyMachines: { ...this.#storyMachines } },
    };
  }
}
