import { AppError } from '@inpage/core';
import type { CellWindow } from '@inpage/storage';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 90;
const MOST_DAYS = 3660;
/** Windows cannot have crashed earlier, and no clock is trusted beyond it; PostgreSQL and JavaScript agree on every day between. */
const EARLIEST = '1980-01-01';
const LATEST = '2200-01-01';

/** Days in UTC; `from` belongs to it, `to` does not. */
export interface DayWindow {
  readonly from: string;
  readonly to: string;
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
export const addDays = (day: string, days: number): string => dayOf(Date.parse(day) + days * DAY_MS);
export const daysIn = ({ from, to }: DayWindow): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/**
 * Fills in what was not asked for: up to today inclusive, and ninety days long.
 * @throws AppError `request-invalid`
 */
export function dayWindow(asked: { from?: string; to?: string }, now = Date.now()): DayWindow {
  const to = asked.to ?? addDays(dayOf(now), 1);
  const from = asked.from ?? addDays(to, -DEFAULT_DAYS);
  if (from < EARLIEST || to > LATEST)
    throw new AppError('request-invalid', `from: days from ${EARLIEST} to ${LATEST} can be asked for.`);
  if (from >= to) throw new AppError('request-invalid', `from: ${from} does not lie before to, ${to}.`);
  if (daysIn({ from, to }) > MOST_DAYS)
    throw new AppError('request-invalid', `from: at most ${MOST_DAYS} days can be asked for at once.`);
  return { from, to };
}

/** The window of equal length that ends where this one begins. */
export const windowBefore = (window: DayWindow): DayWindow => ({
  from: addDays(window.from, -daysIn(window)),
  to: window.from,
});

/** Cuts a window at its Mondays, so that its whole weeks are read from weekly cells. */
export function cellWindow({ from, to }: DayWindow): CellWindow {
  const MONDAY = 1;
  const firstWeek = addDays(from, (MONDAY - new Date(from).getUTCDay() + 7) % 7);
  const weeks = Math.floor(daysIn({ from: firstWeek, to }) / 7);
  return weeks > 0
    ? { from, firstWeek, lastWeek: addDays(firstWeek, weeks * 7), to }
    : { from, firstWeek: from, lastWeek: from, to };
}

const MOST_PARTS = 12;
const FEWEST_PARTS = 8;

/**
 * Cuts a window into equal parts for a sparkline: of eight to twelve parts, the number that leaves the fewest days over at
 * the old end. Unequal parts would draw a saw where nothing happened.
 */
export function equalParts(window: DayWindow): { from: string; to: string; parts: number; daysPerPart: number } {
  const days = daysIn(window);
  const numbers = days <= MOST_PARTS ? [days] : range(MOST_PARTS, FEWEST_PARTS);
  const parts = numbers.reduce((best, n) => (days % n < days % best ? n : best));
  const daysPerPart = Math.floor(days / parts);
  return { from: addDays(window.to, -parts * daysPerPart), to: window.to, parts, daysPerPart };
}

const range = (from: number, downTo: number): number[] => Array.from({ length: from - downTo + 1 }, (_, i) => from - i);
