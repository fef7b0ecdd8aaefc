import type { CauseClass } from '@inpage/codes';
import type { CrashFacts, Reason } from '../verdict.js';

/** What a rule says for one cause. The engine adds the id of the rule and makes a reason of it. */
export type Claim = Omit<Reason, 'rule'>;

/**
 * One piece of judgement. Pure: it sees the facts and nothing else, no other rule's result either. It may claim for several
 * causes when the evidence is open between them; a claim for `unknown` is doubt, it weighs against every cause.
 */
export interface Rule {
  /** `<folder>/<file>` below `rules/`, for ever: derived rows carry it. */
  readonly id: string;
  /** One sentence for docs/rules.md. */
  readonly doc: string;
  /** Where the knowledge comes from: an address, or "our inference" with the reason. */
  readonly source: string;
  /** The most that one claim of this rule weighs. 6 decides a verdict alone, 2 is the least that can be a verdict. */
  readonly weight: number;
  /** Empty when the rule has nothing to say. */
  readonly test: (facts: CrashFacts) => readonly Claim[];
}

/** `because` is one sentence about this crash, made of its facts. */
export const claim = (cause: CauseClass, weight: number, because: string): Claim => ({ cause, weight, because });
