import type { CauseClass } from '@inpage/codes';
import type { CrashFacts, Reason } from '../verdict.js';

/** What a rule says for one cause. The engine adds the id of the rule and makes a reason of it. */
export type Claim = Omit<Reason, 'rule'>;

/**
 * What one change of the facts never does: lower the weight of any cause that a rule claims, `unknown` apart.
 * `more-events`: an event of this disk is logged once more. `closer-events`: an event of this disk comes closer before the stop.
 * `more-kin`: a kin stop happens once more.
 */
export const MONOTONE = ['more-events', 'closer-events', 'more-kin'] as const;
export type Monotone = (typeof MONOTONE)[number];

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
  /** What rules.spec.ts proves about it; absent where nothing is claimed. */
  readonly monotone?: readonly Monotone[];
  /** Empty when the rule has nothing to say. */
  readonly test: (facts: CrashFacts) => readonly Claim[];
}

/** More ids than this help nobody; the nearest are kept. */
const MOST_EVIDENCE = 20;

/** `because` is one sentence about this crash, made of its facts; `evidence` the ids of what it rests on, nearest first. */
export const claim = (cause: CauseClass, weight: number, because: string, evidence: readonly string[] = []): Claim =>
  evidence.length === 0
    ? { cause, weight, because }
    : { cause, weight, because, evidence: evidence.slice(0, MOST_EVIDENCE) };
