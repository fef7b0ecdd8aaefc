/** One `<Data>` of an event: named in manifest providers, unnamed and positional in classic ones. */
export interface EventDatum {
  readonly name?: string;
  readonly value: string;
}

/** One Windows event, whatever it came dressed in. */
export interface WindowsEvent {
  /** As the source spells it; compare with `isProvider`, never with `===` (`disk` and `Disk` are one). */
  readonly provider: string;
  readonly eventId: number;
  readonly qualifiers?: number;
  readonly version?: number;
  readonly level?: number;
  readonly channel?: string;
  readonly computer?: string;
  /** EventRecordID, decimal. A string because it is 64 bits wide. */
  readonly recordId?: string;
  /** `TimeCreated` exactly as it was sent. */
  readonly timeRaw: string;
  /** The same in milliseconds since 1970 UTC, rounded down. */
  readonly timeMs: number;
  readonly data: readonly EventDatum[];
  /** `<Binary>` in upper-case hex digits. */
  readonly binary?: string;
}

/** Whether the event comes from this provider. Real logs hold both `disk` and `Disk`. */
export const isProvider = (event: WindowsEvent, name: string): boolean =>
  event.provider.toLowerCase() === name.toLowerCase();

/**
 * The value of a `<Data>`: by its name, or by its position (from 0) where that position has no name, as in classic events
 * and behind collectors that drop names.
 */
export function datum(event: WindowsEvent, name: string, position?: number): string | undefined {
  const named = event.data.find((one) => one.name === name);
  if (named) return named.value;
  const placed = position === undefined ? undefined : event.data[position];
  return placed?.name === undefined ? placed?.value : undefined;
}
