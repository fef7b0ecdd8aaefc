import { parseHex64 } from '@inpage/core';
import type { CrashFacts } from '../../verdict.js';
import { statusClass } from '../recorded-status.js';

/** Part of whole in percent; `undefined` where either is missing or the whole is zero, as newer Windows leaves it in small dumps. */
export function percentOf(part: string | undefined, whole: string | undefined): number | undefined {
  const [some, all] = [parseHex64(part ?? ''), parseHex64(whole ?? '')];
  return some === undefined || !all ? undefined : Number((some * 100n) / all);
}

/**
 * How far used-up memory bears on this stop: in full beside a status that says so, half where the status was not recorded, not
 * at all where a status says something else.
 */
export function bearsOnMemory(facts: CrashFacts): 0 | 0.5 | 1 {
  if (statusClass(facts) === 'resources') return 1;
  return facts.decode.statusNotRecorded ? 0.5 : 0;
}
