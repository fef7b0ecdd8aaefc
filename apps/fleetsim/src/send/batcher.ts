import type { Observation } from '../timeline/observation.js';
import type { Batch } from './inpage-client.js';

export const BATCH_RECORDS = 100;

/** Collects observations of one sender into batches of one form; XML and records do not share a body. */
export class Batcher {
  readonly #waiting: Record<Observation['form'], Observation[]> = { record: [], xml: [] };

  /** A full batch, when this observation fills one. */
  add(observation: Observation): Batch | undefined {
    const waiting = this.#waiting[observation.form];
    waiting.push(observation);
    return waiting.length >= BATCH_RECORDS ? this.#take(observation.form) : undefined;
  }

  /** What is left. */
  *drain(): Generator<Batch> {
    for (const form of ['record', 'xml'] as const) if (this.#waiting[form].length > 0) yield this.#take(form);
  }

  #take(form: Observation['form']): Batch {
    const observations = this.#waiting[form];
    this.#waiting[form] = [];
    return { form, observations };
  }
}
