import { CAUSE_CLASSES, type CauseClass } from '@inpage/codes';
import type { CrashFacts } from '../verdict.js';
import type { Monotone, Rule } from './rule.js';

/** The same facts after one change, or `undefined` where there is nothing to change. `pick` chooses which. */
type Change = (facts: CrashFacts, pick: number) => CrashFacts | undefined;

const onThisDisk = ({ leadUp = [] }: CrashFacts) => leadUp.filter(({ disk }) => disk === 'this-disk');

const oneMoreEvent: Change = (facts, pick) => {
  const own = onThisDisk(facts);
  const again = own[pick % own.length];
  return again && { ...facts, leadUp: [...facts.leadUp!, { ...again, recordId: 'once more' }] };
};

const oneEventCloser: Change = (facts, pick) => {
  const own = onThisDisk(facts).filter(({ secondsBefore }) => secondsBefore > 0);
  const moved = own[pick % own.length];
  const closer = (one: typeof moved) =>
    one === moved ? { ...one!, secondsBefore: Math.floor(one!.secondsBefore / 8) } : one!;
  return moved && { ...facts, leadUp: facts.leadUp!.map(closer) };
};

const oneMoreKin: Change = (facts, pick) => {
  const kin = facts.kin ?? [];
  const again = kin[pick % kin.length];
  return again && { ...facts, kin: [...kin, { ...again, crashId: 'once more' }] };
};

export const CHANGES: Readonly<Record<Monotone, Change>> = {
  'more-events': oneMoreEvent,
  'closer-events': oneEventCloser,
  'more-kin': oneMoreKin,
};

/** What a rule claims for one cause in all. */
export const weightFor = (rule: Rule, facts: CrashFacts, cause: CauseClass): number =>
  rule.test(facts).reduce((sum, claim) => sum + (claim.cause === cause ? claim.weight : 0), 0);

/** Causes that weigh less after the change than before it; doubt apart. */
export const lowered = (rule: Rule, before: CrashFacts, after: CrashFacts): readonly CauseClass[] =>
  CAUSE_CLASSES.filter(
    (cause) => cause !== 'unknown' && weightFor(rule, after, cause) < weightFor(rule, before, cause) - 1e-9,
  );
