const LOCALE = 'en-GB';
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const exact = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'long' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Largest first; below the first row that fits, the next smaller unit speaks. */
const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number, from: number])[] = [
  ['year', 365 * DAY, 365 * DAY],
  ['month', 30 * DAY, 60 * DAY],
  ['day', DAY, DAY],
  ['hour', HOUR, HOUR],
  ['minute', MINUTE, MINUTE],
];

/** 2026-05-03 -> 3 May 2026. Days are UTC days, as the server counts them. */
export const utcDay = (iso: string): string => day.format(new Date(iso));

/** 2026-05-03 -> 3 May */
export const utcShortDay = (iso: string): string => shortDay.format(new Date(iso));

/** 3 May 2026, 14:07 in the reader's time zone. */
export const localMoment = (iso: string): string => moment.format(new Date(iso));

/** Everything: local time with its zone, and UTC as written on the wire. */
export const exactMoment = (iso: string): string => `${exact.format(new Date(iso))} (${iso})`;

/** "3 days ago", "1 year ago", "just now" under a minute. A clock ahead of ours reads "in 5 minutes". */
export function ago(iso: string, now: number = Date.now()): string {
  const passed = Date.parse(iso) - now;
  const step = STEPS.find(([, , from]) => Math.abs(passed) >= from);
  return step ? relative.format(Math.round(passed / step[1]), step[0]) : 'just now';
}
