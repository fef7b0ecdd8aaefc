import { baseBugcheck, type CauseClass } from '@inpage/codes';
import { formatHex32 } from '@inpage/core';
import type { Decode, Layout } from '../../stop.js';
import { claim, type Claim } from '../rule.js';
import type { Leaning } from './bugcheck-leanings.js';

/**
 * Layouts that leave the judgement to the code alone: `none` has no reading of the parameters, `ED` has one and may lack its
 * status. All other layouts have rules of their own.
 */
const CODE_ALONE: ReadonlySet<Layout> = new Set(['none', 'ED']);

/** The claims of a table for a stop whose parameters have no reading that judges them better. */
export function leaningClaims(table: readonly Leaning[], decode: Decode): readonly Claim[] {
  const leaning = table.find(({ code }) => code === baseBugcheck(decode.code));
  if (leaning === undefined || !CODE_ALONE.has(decode.layout)) return [];
  const because = `${decode.name} (${formatHex32(decode.code)}) means that ${leaning.means}.`;
  return Object.entries(leaning.causes).map(([cause, weight]) => claim(cause as CauseClass, weight, because));
}

/** The heaviest claim that a table can make. */
export const heaviest = (table: readonly Leaning[]): number =>
  Math.max(...table.flatMap(({ causes }) => Object.values(causes)));
