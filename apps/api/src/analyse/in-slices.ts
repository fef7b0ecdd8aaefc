import { setImmediate as others } from 'node:timers/promises';

const SLICE_MS = 15;

/** Runs a long computation a slice at a time; in between the server serves everybody else. */
export async function inSlices<T>(steps: Generator<unknown, T, undefined>): Promise<T> {
  let until = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await others();
    until = performance.now() + SLICE_MS;
  }
}
