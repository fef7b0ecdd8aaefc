export { simulate, type Progress, type SimulationOptions, type Summary } from './simulate.js';
export { BrokenContract } from './send/inpage-client.js';
export { OutOfPatience, Refused } from './send/patience.js';
export type { Speed } from './send/pace.js';
export { STORY_IDS, type StoryId } from './stories/story-id.js';
export { makeWorld, type World, type WorldSettings } from './stories/world.js';
export { machineLife, type MachineLife } from './timeline/machine-life.js';
export type { Observation } from './timeline/observation.js';
export * from './truth/truth.js';
