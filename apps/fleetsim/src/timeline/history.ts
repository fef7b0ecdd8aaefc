import type { Configuration } from '../fleet/machine.js';
import type { Change } from '../stories/story.js';

/** The configurations that a machine goes through, oldest first. */
export class History {
  readonly #states: readonly { readonly fromMs: number; readonly is: Configuration }[];

  constructor(atStart: Configuration, startMs: number, changes: readonly Change[]) {
    const states = [{ fromMs: startMs, is: atStart }];
    for (const { atMs, apply } of changes.toSorted((a, b) => a.atMs - b.atMs))
      states.push({ fromMs: atMs, is: apply(states.at(-1)!.is) });
    this.#states = states;
  }

  get states(): readonly { readonly fromMs: number; readonly is: Configuration }[] {
    return this.#states;
  }

  /** What the machine was made of then. */
  at(ms: number): Configuration {
    return (this.#states.findLast(({ fromMs }) => fromMs <= ms) ?? this.#states[0]!).is;
  }
}
