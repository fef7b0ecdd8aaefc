import type { Terminal } from '../terminal/terminal.js';

/** What `inpage` ends with. Scripts count on it, so a number never changes its meaning. */
export const EXIT = { done: 0, nothing: 1, usage: 2, unreadable: 3, disagrees: 4, interrupted: 5 } as const;

/** One word behind `inpage`. */
export interface Command {
  readonly name: string;
  /** One line for `inpage --help`. */
  readonly summary: string;
  /** All of `inpage <name> --help`. */
  readonly help: string;
  /** @returns the exit code. @throws UsageError, and whatever is a bug */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

/** What was typed cannot be meant; the message says what is wrong, in one sentence. */
export class UsageError extends Error {}
