import { analyseCommand } from './analyse.js';
import type { Command } from './command.js';

/** Every command there is, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [analyseCommand];
