const EPOCH_1601_MS = 11_644_473_600_000;
const YEAR_1995 = Date.UTC(1995, 0, 1);
const YEAR_2200 = Date.UTC(2200, 0, 1);
const TICKS_PER_MS = 10_000n;

/** A FILETIME (100 ns since 1601, UTC) as a date; nothing when no PC that writes dumps can have had it on its clock. */
export function dateOfFiletime(ticks: bigint): Date | undefined {
  const ms = Number(ticks / TICKS_PER_MS) - EPOCH_1601_MS;
  return ms >= YEAR_1995 && ms < YEAR_2200 ? new Date(ms) : undefined;
}

/** 100 ns steps as milliseconds, with the fraction. */
export const msOfTicks = (ticks: bigint): number => Number(ticks) / Number(TICKS_PER_MS);
