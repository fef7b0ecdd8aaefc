import { makeMachine, type MachineFacts } from '../fleet/machine.js';
import { Random } from '../random/random.js';
import { storiesOf } from './stories.js';
import type { StoryId } from './story-id.js';
import type { Story } from './story.js';

/** What decides everything that happens: equal settings, equal world. */
export interface WorldSettings {
  readonly seed: number;
  readonly machines: number;
  /** Length of the simulated time. */
  readonly days: number;
  readonly endMs: number;
  readonly stories: readonly StoryId[];
}

export interface World extends WorldSettings {
  readonly startMs: number;
  readonly told: readonly Story[];
  /** Which machine plays in which story about single machines. */
  readonly roles: ReadonlyMap<number, Story>;
}

const DAY = 86_400_000;

/** Chooses the stories' machines. Where a fleet is too small for all of them, the later stories get fewer. */
export function makeWorld(settings: WorldSettings): World {
  const told = storiesOf(settings.stories);
  const roles = new Map<number, Story>();
  for (const story of told) if (story.cast) castStory(story, settings, roles);
  return { ...settings, startMs: settings.endMs - settings.days * DAY, told, roles };
}

/** Every story draws from a stream of its own; a machine that is taken is drawn again. */
function castStory(story: Story, { seed, machines }: WorldSettings, roles: Map<number, Story>): void {
  const random = Random.of(seed, 'cast', story.id);
  const wanted = Math.min(story.cast!.machines(machines), machines - roles.size);
  for (let found = 0; found < wanted;) {
    const index = random.int(machines);
    if (roles.has(index)) continue;
    roles.set(index, story);
    found++;
  }
}

/** Machine number `index` of this world, with what its role asks of it. */
export const machineOf = (world: World, index: number): MachineFacts =>
  makeMachine(world.seed, index, world.startMs, world.roles.get(index)?.cast?.casting);
