/** What an event says, before it is dressed. */
export interface EventContent {
  readonly provider: string;
  readonly guid?: string;
  readonly source?: string;
  readonly id: number;
  readonly qualifiers?: number;
  readonly version?: number;
  readonly level: number;
  readonly task?: number;
  /** Sixteen hex digits. */
  readonly keywords: string;
  /** Name (undefined in classic events) and value, in order. */
  readonly data: readonly (readonly [string | undefined, string])[];
  readonly binary?: string;
}
