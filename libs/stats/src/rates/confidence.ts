/** How often an interval may be trusted to contain the truth. Few values, so that every page speaks of the same ones. */
export type Confidence = 0.8 | 0.9 | 0.95 | 0.99;

/** A number with the interval in which the data leave it. `high` is null where the data set no bound: it would be infinite. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number | null;
}

/** An estimate that is bounded on both sides. */
export interface Bounded extends Estimate {
  readonly high: number;
}
