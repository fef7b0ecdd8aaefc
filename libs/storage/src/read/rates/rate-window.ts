import type { RatesBy } from '@inpage/fleet';

/** Days in UTC; `from` belongs to it, `to` does not. */
export interface RateWindow {
  readonly from: string;
  readonly to: string;
}

export interface RateQuestion extends RateWindow {
  readonly by: RatesBy;
  /** Causes that qualify a stop. */
  readonly causes: readonly string[];
  readonly limit: number;
}
