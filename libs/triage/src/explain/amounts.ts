/** `1 reset`, `14 resets`. */
export const howMany = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Unit, its length in seconds, and from how many seconds on it is the one to use: `90 seconds` says more than `2 minutes`. */
const UNITS = [
  ['day', DAY, 2 * DAY],
  ['hour', HOUR, 100 * MINUTE],
  ['minute', MINUTE, 100],
  ['second', 1, 1],
  ['millisecond', 0.001, 0.001],
] as const;

/** A span of time in one unit, rounded: `6 minutes`, `20 milliseconds`. Direction is left out; what is no number is `some time`. */
export function howLong(seconds: number): string {
  const span = Math.abs(seconds);
  if (!Number.isFinite(span)) return 'some time';
  const unit = UNITS.find(([, , from]) => span >= from);
  return unit === undefined ? 'less than a millisecond' : howMany(Math.round(span / unit[1]), unit[0]);
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Counts up to ten in words, as one writes them in a sentence. */
export const inWords = (count: number): string => NUMBERS[count] ?? `${count}`;

/** `two days`, `a day`, `less than a day`. */
export function howManyDays(days: number): string {
  if (!Number.isFinite(days)) return 'some days';
  const whole = Math.round(Math.abs(days));
  if (whole === 0) return 'less than a day';
  return whole === 1 ? 'a day' : `${inWords(whole)} days`;
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ENDINGS: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' };

/** `third`, `21st`. */
export function ordinal(count: number): string {
  const isTeen = count % 100 > 10 && count % 100 < 14;
  return ORDINALS[count] ?? `${count}${(!isTeen && ENDINGS[count % 10]) || 'th'}`;
}
