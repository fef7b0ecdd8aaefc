/** One moment as Windows writes it. */
export interface WindowsTime {
  /** Milliseconds since 1970 UTC, rounded down. */
  readonly ms: number;
  /** 100 ns steps since 1601-01-01 UTC, which is a FILETIME. Finer digits are cut off. */
  readonly ticks100ns: bigint;
}

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):?(\d\d))$/;
const EPOCH_1601_MS = Date.UTC(1601, 0, 1);
const END_OF_9999_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const MINUTE_MS = 60_000;

/**
 * Reads the SystemTime of an event: ISO 8601 with up to nine fractional digits and `Z` or an offset, years 1601 to 9999.
 * Windows writes seven or nine digits; libevtx writes six or nine. A time without a zone is nobody's time and refused.
 */
export function parseWindowsTime(text: string): WindowsTime | undefined {
  if (text !== last.text) last = { text, time: readTime(text) };
  return last.time;
}

/** An event's time is read when it is judged, and again when its canonical text is made. */
let last: { readonly text: string; readonly time: WindowsTime | undefined } = { text: '', time: undefined };

function readTime(text: string): WindowsTime | undefined {
  const parts = SHAPE.exec(text);
  if (!parts) return undefined;
  const seconds = dateMs(
    Number(parts[1]),
    Number(parts[2]),
    Number(parts[3]),
    clockMs(parts[4]!, parts[5]!, parts[6]!),
  );
  const offset = parts[8] === undefined ? 0 : offsetMs(parts[8], Number(parts[9]), Number(parts[10]));
  if (seconds === undefined || offset === undefined) return undefined;
  const ticks = Number((parts[7] ?? '').padEnd(7, '0').slice(0, 7));
  const whole = seconds - offset;
  const ms = whole + Math.floor(ticks / 10_000);
  if (ms < EPOCH_1601_MS || ms > END_OF_9999_MS) return undefined;
  return { ms, ticks100ns: BigInt(whole - EPOCH_1601_MS) * 10_000n + BigInt(ticks) };
}

/** Milliseconds since 1970 of a date and a time of day, or `undefined` where the calendar has no such day. */
export function dateMs(year: number, month: number, day: number, timeOfDayMs: number | undefined): number | undefined {
  if (year < 1601 || month < 1 || month > 12 || day < 1 || day > 31 || timeOfDayMs === undefined) return undefined;
  const ms = Date.UTC(year, month - 1, day);
  return new Date(ms).getUTCDate() === day ? ms + timeOfDayMs : undefined;
}

function clockMs(hour: string, minute: string, second: string): number | undefined {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  return h < 24 && m < 60 && s < 60 ? ((h * 60 + m) * 60 + s) * 1000 : undefined;
}

function offsetMs(sign: string, hours: number, minutes: number): number | undefined {
  if (hours > 14 || minutes > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
}
