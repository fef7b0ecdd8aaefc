import { u8At } from '../event-binary.js';

/** What the disk itself said about a failure: sense key, additional sense code and its qualifier. */
export interface Sense {
  readonly key: number;
  readonly asc: number;
  readonly ascq: number;
}

/**
 * Reads sense data in hex digits: fixed format (0x70, 0x71) or descriptor format (0x72, 0x73). `undefined` for anything else;
 * parts that are cut off are 0, as the class driver reads them. Source: T10 SPC-5, 4.4.
 */
export function readSense(hex: string): Sense | undefined {
  const format = (u8At(hex, 0) ?? 0) & 0x7f;
  const at = format === 0x70 || format === 0x71 ? FIXED : format === 0x72 || format === 0x73 ? DESCRIPTOR : undefined;
  return at && sense((u8At(hex, at[0]) ?? 0) & 0x0f, u8At(hex, at[1]) ?? 0, u8At(hex, at[2]) ?? 0);
}

const FIXED = [2, 12, 13] as const;
const DESCRIPTOR = [1, 2, 3] as const;

/** Three zeros are "nothing to say", which is no sense at all. */
export const sense = (key?: number, asc?: number, ascq?: number): Sense | undefined =>
  key || asc || ascq ? { key: key ?? 0, asc: asc ?? 0, ascq: ascq ?? 0 } : undefined;
