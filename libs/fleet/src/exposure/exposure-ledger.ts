/** A day whose exposure has changed since it was counted, or that never was. */
export interface ChangedDay {
  readonly day: string;
  readonly countedAt?: Date;
}

/** The days that have to be counted again, and the counting of one. */
export abstract class ExposureLedger {
  abstract changedDays(): Promise<ChangedDay[]>;
  /** Counts a day from what is known now, never from what was counted. False: somebody else is at it. */
  abstract count(day: string): Promise<boolean>;
}
