import { type Brand, err, ok, type Result } from '@inpage/core';

/** Days in a disk-year. Backblaze divides by 365, so published annual rates compare with ours without a correction. */
export const DAYS_PER_DISK_YEAR = 365;

/** Disks that had at least one qualifying event, out of so many disk-years. Made by `exposed` and nothing else, so always sound. */
export type Exposed = Brand<{ readonly events: number; readonly diskYears: number }, 'Exposed'>;

export type ExposureFault = 'events-are-not-a-count' | 'exposure-is-not-positive' | 'events-without-exposure';

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/**
 * What was observed in a group of disks. `events` counts disks with at least one qualifying event, not crashes: crashes on one machine
 * repeat, and an interval that takes them for independent is too narrow. `diskDays` counts the days on which the disk's machine was heard from.
 */
export function exposed(events: number, diskDays: number): Result<Exposed, ExposureFault> {
  if (!isCount(events)) return err('events-are-not-a-count');
  if (!(diskDays >= 0 && diskDays < Infinity)) return err('exposure-is-not-positive');
  if (diskDays === 0) return err(events > 0 ? 'events-without-exposure' : 'exposure-is-not-positive');
  return ok({ events, diskYears: diskDays / DAYS_PER_DISK_YEAR } as Exposed);
}

/** The whole of several groups. An empty list has no exposure, hence undefined. */
export const pooled = (groups: readonly Exposed[]): Exposed | undefined =>
  groups.length === 0
    ? undefined
    : ({
        events: groups.reduce((sum, { events }) => sum + events, 0),
        diskYears: groups.reduce((sum, { diskYears }) => sum + diskYears, 0),
      } as Exposed);
