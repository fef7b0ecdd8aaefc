import type { Decode, Verdict } from '@inpage/triage';
import { z } from 'zod';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** What triage concluded, as the digest stored it. */
export const stored = {
  decode: z.custom<Decode>(isObject),
  verdict: z.custom<Verdict>(isObject),
  triage_version: z.number().int(),
};
