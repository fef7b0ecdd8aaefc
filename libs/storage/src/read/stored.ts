import type { Decode, Verdict, WhichDisk } from '@inpage/triage';
import { z } from 'zod';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Which storage events a crash was judged with: times in ISO 8601, ids of records by the disk that they speak of. */
export interface CrashLeadUp extends Readonly<Record<WhichDisk, readonly string[]>> {
  readonly from: string;
  readonly pivot: string;
  readonly to: string;
  readonly cut: boolean;
}

/** What triage concluded, as the digest stored it. */
export const stored = {
  decode: z.custom<Decode>(isObject),
  verdict: z.custom<Verdict>(isObject),
  triage_version: z.number().int(),
};
