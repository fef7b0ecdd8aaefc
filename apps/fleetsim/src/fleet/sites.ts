export interface Site {
  /** In front of the computer name. */
  readonly name: string;
  /** Minutes east of UTC, without daylight saving. */
  readonly offsetMinutes: number;
}

export const SITES: readonly Site[] = [
  { name: 'BER', offsetMinutes: 60 },
  { name: 'LON', offsetMinutes: 0 },
  { name: 'NYC', offsetMinutes: -300 },
  { name: 'SIN', offsetMinutes: 480 },
];
