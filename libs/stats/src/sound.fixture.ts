import { exposed, type Exposed } from './rates/exposure.js';
import { tally, type Tally } from './rates/share-of.js';

/** Inputs for specs, where a fault is a mistake of the spec. */
export function years(events: number, diskYears: number): Exposed {
  const made = exposed(events, diskYears * 365);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

export function of(hits: number, cases: number): Tally {
  const made = tally(hits, cases);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

/** A small generator of random numbers (mulberry32), so that simulations in specs come out the same every time. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A Poisson count, by Knuth's product: for small means. */
export function drawPoisson(next: () => number, mean: number): number {
  const end = Math.exp(-mean);
  let product = next();
  let count = 0;
  for (; product > end; count++) product *= next();
  return count;
}
