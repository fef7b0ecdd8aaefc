import type { World } from './stories/world.js';
import { machineLife, type MachineLife } from './timeline/machine-life.js';
import type { Tally } from './truth/tally.js';
import type { TruthSink } from './truth/truth-file.js';
import { TRUTH_FORMAT, type FleetTruth, type StoryTruth } from './truth/truth.js';

/** The lives of the whole fleet, one at a time, in order; each is counted and its truth written as it goes by. */
export async function* lives(world: World, tally: Tally, truth: TruthSink): AsyncGenerator<MachineLife> {
  for (let index = 0; index < world.machines; index++) {
    const life = machineLife(world, index);
    tally.add(life);
    truth.write(life.truth);
    for (const stop of life.stops) truth.write(stop);
    await truth.ready();
    yield life;
  }
}

/** The first lines of the truth file. */
export function prologue(world: World): (FleetTruth | StoryTruth)[] {
  const { seed, machines, days } = world;
  const [start, end] = [world.startMs, world.endMs].map((ms) => new Date(ms).toISOString()) as [string, string];
  return [
    { type: 'fleet', format: TRUTH_FORMAT, seed, machines, days, start, end },
    ...world.told.map(({ id, text, cause, planted }): StoryTruth => ({ type: 'story', id, text, cause, planted })),
  ];
}
