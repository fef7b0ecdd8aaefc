const DAY_MS = 86_400_000;

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The last `days` days with today, as the half-open window of UTC days that REST asks for. */
export function windowOf(days: number, now: number = Date.now()): { from: string; to: string } {
  return { from: isoDay(now - (days - 1) * DAY_MS), to: isoDay(now + DAY_MS) };
}

/** Every day of a half-open window, oldest first. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(to) && days.length < 5000; at += DAY_MS) days.push(isoDay(at));
  return days;
}
