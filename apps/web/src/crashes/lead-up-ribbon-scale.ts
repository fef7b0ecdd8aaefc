import type { ShownEvent } from '../api/types.js';

/** What the ribbon shows of the time before a stop. */
export const RIBBON_SECONDS = 86_400;
/** Below this the scale is nearly even, above it logarithmic: the last minute is as wide as the hours of the morning. */
const EVEN_SECONDS = 20;
const log = (seconds: number): number => Math.log1p(seconds / EVEN_SECONDS);

/** 0 at the left end, a day before the stop; 1 at the stop. */
export const placeOf = (secondsBefore: number): number =>
  1 - Math.min(1, log(Math.max(0, secondsBefore)) / log(RIBBON_SECONDS));

/** Seconds before the stop that are written under the ribbon. */
export const TICKS = [86_400, 21_600, 3_600, 600, 60, 10, 0] as const;

export const LANES = ['this-disk', 'unknown-disk', 'another-disk'] as const satisfies readonly ShownEvent['disk'][];
export type Lane = (typeof LANES)[number];

/** Events that would be drawn over each other, drawn as one. */
export interface Mark {
  readonly lane: Lane;
  /** 0 to 1. */
  readonly place: number;
  /** Nearest to the stop first. */
  readonly events: readonly ShownEvent[];
}

const SLOTS = 72;

export const isOnRibbon = ({ secondsBefore }: ShownEvent): boolean =>
  secondsBefore >= 0 && secondsBefore <= RIBBON_SECONDS;

export function marksOf(events: readonly ShownEvent[]): Mark[] {
  const slots = new Map<string, ShownEvent[]>();
  for (const event of events.filter(isOnRibbon).sort((a, b) => a.secondsBefore - b.secondsBefore)) {
    const key = `${event.disk} ${Math.round(placeOf(event.secondsBefore) * SLOTS)}`;
    slots.set(key, [...(slots.get(key) ?? []), event]);
  }
  return [...slots.values()].map((together) => ({
    lane: together[0]!.disk,
    place: placeOf(together[0]!.secondsBefore),
    events: together,
  }));
}
