import { analyseCommand } from './analyse.js';
import type { Command } from './command.js';
import { replayCommand } from './replay.js';

/** Every command there is, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [analyseCommand, replayCommand];
