import type { CauseClass } from '@inpage/codes';
import type { CrashFacts } from '../../verdict.js';
import type { KinStop } from '../../witnesses.js';
import { saturated, shareClaims } from '../lead-up/chorus.js';
import type { Claim } from '../rule.js';

/** A stop of yesterday is nearer kin than one of last month. */
function closeness(daysBefore: number): number {
  const days = Math.abs(daysBefore);
  if (days <= 1) return 1;
  return days <= 7 ? 0.8 : 0.6;
}

export interface KinCause {
  readonly kin: KinStop;
  readonly cause: CauseClass;
}

/** `2 stops of this disk …`: the sentence without its full stop, from the number of stops of one cause. */
type Told = (count: number, cause: CauseClass) => string;

/** One claim for each cause that kin stand for, heavier with every stop and saturating towards `most`. */
export function claimsByCause(
  facts: CrashFacts,
  stops: readonly KinCause[],
  scale: { readonly most: number; readonly half: number },
  told: Told,
): readonly Claim[] {
  return [...new Set(stops.map(({ cause }) => cause))].flatMap((cause) => {
    const alike = stops.filter((one) => one.cause === cause);
    const loudness = alike.reduce((sum, { kin }) => sum + closeness(kin.daysBefore), 0);
    const ids = alike.map(({ kin }) => kin.crashId);
    const strength = saturated(loudness, scale.half);
    return shareClaims(facts, { [cause]: scale.most }, strength, `${told(alike.length, cause)}.`, ids);
  });
}

const CAUSE_WORDS: Readonly<Partial<Record<CauseClass, string>>> = {
  media: 'that the disk could not return its data',
  link: 'that the link to the disk failed',
  'device-gone': 'that the disk was gone',
  controller: 'that the controller failed',
};

/** Completes `a stop said …`. */
export const saidOf = (cause: CauseClass): string => CAUSE_WORDS[cause] ?? `of the class ${cause}`;
