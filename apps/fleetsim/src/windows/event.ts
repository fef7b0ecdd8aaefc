/** `<Data>` as text for classic providers, with a name for manifest providers. */
export type EventData = string | { readonly name: string; readonly value: string };

/** A Windows event before it is dressed for the wire. */
export interface WindowsEvent {
  readonly atMs: number;
  readonly provider: string;
  readonly guid?: string;
  /** Classic name of a provider that has two. */
  readonly sourceName?: string;
  readonly eventId: number;
  readonly qualifiers?: number;
  readonly version: number;
  /** 1 critical, 2 error, 3 warning, 4 information. */
  readonly level: number;
  readonly task?: number;
  readonly keywords: string;
  readonly data: readonly EventData[];
  /** Hex digits, upper case. */
  readonly binary?: string;
}

/** Where an event was written. */
export interface EventOrigin {
  readonly computer: string;
  readonly recordId: number;
}

/** High 16 bits of a classic event's error code. */
export const QUALIFIERS = {
  error: 0xc000,
  ioError: 0xc004,
  ioWarning: 0x8004,
  warning: 0x8000,
  information: 0x4000,
} as const;

const CLASSIC_KEYWORDS = '0x80000000000000';

/** The parts that all classic events share. */
export const classic = (
  event: Pick<WindowsEvent, 'atMs' | 'provider' | 'eventId' | 'qualifiers' | 'level' | 'data' | 'binary'>,
): WindowsEvent => ({ version: 0, keywords: CLASSIC_KEYWORDS, ...event });

/** `SystemTime` with seven digits, as Windows 10 and 11 print it. */
export const systemTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, -1)}0000Z`;
