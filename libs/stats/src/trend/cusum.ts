import { refuseUnless } from '../numeric/refuse-unless.js';

/** How a CUSUM is set: what each week is relieved of, and where the sum rings. */
export interface CusumSetting {
  /** Subtracted per week of ordinary exposure; lies between the ordinary and the feared number of events. */
  readonly k: number;
  /** The alarm rings at or above. */
  readonly h: number;
}

/**
 * The reference value that tells `ordinary` events a week from `feared` soonest: (μ₁ − μ₀) / (ln μ₁ − ln μ₀), from Wald's likelihood ratio
 * (Lucas, Technometrics 27, 1985; Hawkins & Olwell 1998).
 * @throws RangeError unless 0 < ordinary < feared.
 */
export function referenceValue(ordinary: number, feared: number): number {
  refuseUnless(ordinary > 0 && feared > ordinary, 'a CUSUM needs 0 < ordinary < feared', ordinary, feared);
  return (feared - ordinary) / Math.log(feared / ordinary);
}

export interface Week {
  /** By the time of the crash, not of its arrival: late records then fill old weeks and never heap up in the newest. */
  readonly events: number;
  /** Exposure relative to the week that k is made for, times the share of its records that have arrived by now (1 when all have). */
  readonly weight: number;
}

export interface CusumPoint {
  readonly sum: number;
  readonly alarm: boolean;
}

/** Sums of thirds and sevenths end a little beside h; the design counts them as reaching it. */
const ROUNDING = 1e-9;

/** The sum week by week: max(0, S + events − k · weight). After an alarm it starts again from 0, so that the next one is news. */
export function cusum(weeks: readonly Week[], { k, h }: CusumSetting): CusumPoint[] {
  let before = 0;
  return weeks.map(({ events, weight }) => {
    refuseUnless(events >= 0 && weight >= 0 && weight < Infinity, 'a week has events and a weight', events, weight);
    const sum = Math.max(0, before + events - k * weight);
    const alarm = sum >= h - ROUNDING;
    before = alarm ? 0 : sum;
    return { sum, alarm };
  });
}
