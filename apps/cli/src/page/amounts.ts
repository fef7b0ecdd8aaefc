const SECOND = 1;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span of time as one reads it off a clock: `79 s`, `12 min`, `3 h 20 min`, `2 d 4 h`. */
export function span(seconds: number): string {
  const whole = Math.round(seconds);
  if (seconds < SECOND) return `${Math.round(seconds * 1000)} ms`;
  if (whole < 10) return `${seconds.toFixed(1)} s`;
  if (whole < 2 * MINUTE) return `${whole} s`;
  if (whole < HOUR) return `${Math.round(whole / MINUTE)} min`;
  if (whole < DAY) return two(whole, HOUR, 'h', MINUTE, 'min');
  return two(whole, DAY, 'd', HOUR, 'h');
}

function two(seconds: number, large: number, one: string, small: number, other: string): string {
  const rest = Math.floor((seconds % large) / small);
  return `${Math.floor(seconds / large)} ${one}${rest === 0 ? '' : ` ${rest} ${other}`}`;
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** `1.5 MB`: a thousand at a time, as disks are sold. */
export function size(bytes: number): string {
  const place = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** place;
  return `${place === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[place]}`;
}

/** `2026-11-21 17:30:00 UTC` */
export const moment = (iso: string): string => `${iso.slice(0, 19).replace('T', ' ')} UTC`;
